PART = {"X-Part": "follow /@bob"}


def test_a_script_is_given_the_button_alone(browser, ann, bob):
    page = browser.sign_in(ann).visit("/people")
    fields = page.fields("form.follow")

    part = browser.send("/@bob/follow", fields, **PART)

    assert not part.select("body, main")
    assert part.text("form.follow button") == "Following Bob Lindqvist"
    assert part.value("back") == "/people"
