from app.extensions import db
from app.models import Comment
from tests.support.database import changes

ESSAY = "/@ann/the-tide-tables"


def test_what_is_said_stands_below_the_post(browser, essay, bob):
    page = browser.sign_in(bob).visit(ESSAY)

    with changes(Comment, by=1):
        page.submit("form.say", body="High *water* it is.")

    page = browser.visit(ESSAY)
    assert page.text(".comment .prose") == "High water it is."
    assert page.text("#comments-h") == "1 comment"


def test_it_leads_to_the_page_of_the_comment(browser, essay, bob):
    page = browser.sign_in(bob).visit(ESSAY).submit("form.say", body="So it is.")

    assert page.path.startswith(f"{ESSAY}/comments/")
    assert page.text(".comment .prose") == "So it is."


def test_an_answer_stands_below_what_it_answers(browser, essay, ann, bob):
    bob.comment_on(essay, "Is it?")
    db.session.commit()
    link = browser.sign_in(ann).visit(ESSAY).select("[data-reply]")[0]["href"]

    browser.visit(link).submit("form.say", body="It is.")

    page = browser.visit(ESSAY)
    assert page.text(".comments .comments .prose") == "It is."
    assert page.text(".comments .comments .badge") == "Author"


def test_a_double_click_says_it_once(browser, essay, bob):
    page = browser.sign_in(bob).visit(ESSAY)

    with changes(Comment, by=1):
        pages = [page.submit("form.say", body="Twice?") for _ in range(2)]

    assert pages[0].path == pages[1].path


def test_other_words_from_the_same_sheet_are_another_comment(browser, essay, bob):
    page = browser.sign_in(bob).visit(ESSAY)
    page.submit("form.say", body="One.")

    with changes(Comment, by=1):
        page.submit("form.say", body="Two.")

    assert browser.visit(ESSAY).texts(".comment .prose") == ["One.", "Two."]


def test_whose_address_is_not_confirmed_keeps_their_words(
    browser, app, essay, zoe, monkeypatch
):
    monkeypatch.setitem(app.config, "CAN_SEND_MAIL", True)
    page = browser.sign_in(zoe).visit(ESSAY)

    with changes(Comment, by=0):
        page = page.submit("form.say", body="Hello @bob.")

    assert (page.status, page.value("body")) == (422, "Hello @bob.")
    assert page.shows("Confirm your address first.")


def test_the_tenth_in_half_a_minute_waits(browser, essay, bob):
    for number in range(9):
        browser.sign_in(bob).visit(ESSAY).submit("form.say", body=f"{number}.")

    page = browser.visit(ESSAY).submit("form.say", body="One more.")

    assert page.status == 429
    assert page.value("body") == "One more."
