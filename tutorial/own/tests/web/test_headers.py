"""What caches may keep."""

from tests.support.browser import PASSWORD


def test_a_visitor_who_has_the_page_gets_a_304(browser, essay):
    first = browser.client.get(essay.path)
    asked = {"If-None-Match": first.headers["ETag"]}

    assert first.headers["Cache-Control"] == "no-cache"
    assert browser.client.get(essay.path, headers=asked).status_code == 304


def test_another_text_is_another_page(app, browser, essay):
    asked = {"If-None-Match": browser.client.get(essay.path).headers["ETag"]}
    essay.revise(title=essay.title, body="Low water.")
    app.extensions["sqlalchemy"].session.commit()

    assert browser.client.get(essay.path, headers=asked).status_code == 200


def test_what_a_member_sees_no_cache_keeps_for_others(browser, bob, essay):
    headers = browser.sign_in(bob).client.get(essay.path).headers

    assert headers["Cache-Control"] == "private, no-cache"
    assert "ETag" not in headers


def test_nor_a_page_with_a_form_of_its_own(browser):
    headers = browser.client.get("/sign-in").headers

    assert headers["Cache-Control"] == "private, no-cache"


def test_nor_one_with_a_notice(browser, bob):
    form = browser.visit("/sign-in")
    form.submit(identifier="bob", password=PASSWORD)
    token = browser.visit("/posts/new").value("csrf_token")
    answer = browser.client.post("/sign-out", data={"csrf_token": token})
    headers = browser.client.get(answer.location).headers

    assert headers["Cache-Control"] == "private, no-cache"


def test_a_cache_keeps_pages_apart_by_who_asks(browser, essay):
    assert "Cookie" in browser.client.get(essay.path).headers["Vary"]
