import pytest

from app.extensions import db
from app.models import Message
from tests.support.database import changes
from tests.support.talks import said_to, write

SHEET = "form.thread-sheet"


@pytest.fixture
def talk(ann, bob):
    """Ann has written to Bob, who may answer."""
    return write(ann, [bob], "Is the kettle on?")


def path_of(message):
    return f"/messages/{message.conversation_id}"


def test_who_was_written_to_answers(browser, ann, bob, talk):
    page = browser.sign_in(bob).visit(path_of(talk)).submit(SHEET, body="It is.")

    assert page.texts(".bubble-words") == ["Is the kettle on?", "It is."]
    assert said_to(ann, talk) == ["Is the kettle on?", "It is."]


def test_two_tabs_and_a_double_click_say_it_as_often_as_it_was_meant(
    browser, bob, talk
):
    one, other = (browser.sign_in(bob).visit(path_of(talk)) for _tab in range(2))

    with changes(Message, by=2):
        for tab in (one, one, other):
            page = tab.submit(SHEET, body="It is.")

    assert page.status == 200


def test_words_typed_after_a_step_back_are_not_lost(browser, bob, talk):
    page = browser.sign_in(bob).visit(path_of(talk))

    for body in ("It is.", "And the cups are out."):
        shown = page.submit(SHEET, body=body)

    assert shown.texts(".bubble-words")[1:] == ["It is.", "And the cups are out."]


@pytest.mark.parametrize("body", ["", " \n ", "x" * 5001])
def test_nothing_and_far_too_much_are_refused(browser, bob, talk, body):
    page = browser.sign_in(bob).visit(path_of(talk))

    with changes(Message, by=0):
        page = page.submit(SHEET, body=body)

    assert page.status == 422
    assert page.value("body") == body


def test_a_long_text_is_no_fault(browser, bob, talk):
    page = browser.sign_in(bob).visit(path_of(talk)).submit(SHEET, body="x" * 5000)

    assert page.status == 200


@pytest.mark.parametrize("blocker", ["ann", "bob"])
def test_a_block_meanwhile_keeps_the_words(browser, ann, bob, talk, blocker):
    page = browser.sign_in(bob).visit(path_of(talk))
    one, other = (ann, bob) if blocker == "ann" else (bob, ann)
    one.block(other)
    db.session.commit()

    with changes(Message, by=0):
        page = page.submit(SHEET, body="It is.")

    assert (
        page.text("#body-error") == "They don’t take messages from you at the moment."
    )
    assert page.value("body") == "It is."


def test_who_left_meanwhile_writes_no_more(browser, bob, cleo, ann):
    group = write(ann, [bob, cleo])
    page = browser.sign_in(bob).visit(path_of(group))
    browser.visit(path_of(group)).submit("#leave form")

    with changes(Message, by=0):
        assert page.submit(SHEET, body="Still there?").status == 404


def test_where_everybody_else_has_left_nobody_is_told(browser, ann, bob, cleo):
    group = write(ann, [bob, cleo])
    for person in (bob, cleo):
        browser.sign_in(person).visit(path_of(group)).submit("#leave form")
    page = browser.sign_in(ann).visit(path_of(group))

    assert page.text(".thread-closed") == "Everybody else has left this conversation."
    assert page.text("h1#with") == "Nobody else"


def test_one_can_begin_anew_with_who_left(browser, ann, bob, talk):
    bob.follow(ann)
    db.session.commit()
    browser.sign_in(bob).visit(path_of(talk)).submit("#leave form")

    browser.sign_in(ann).visit(path_of(talk)).submit(SHEET, body="Once more.")

    page = browser.sign_in(bob).visit(path_of(talk))
    assert page.texts(".bubble-words") == ["Once more."]


def test_a_stranger_says_nothing_here(browser, cleo, talk):
    token = browser.sign_in(cleo).visit("/messages/new").value("csrf_token")

    with changes(Message, by=0):
        page = browser.send(path_of(talk), {"csrf_token": token, "body": "Me too."})

    assert page.status == 404


def test_html_is_shown_as_it_was_typed(browser, bob, talk):
    page = browser.sign_in(bob).visit(path_of(talk))

    page = page.submit(SHEET, body="<script>alert(1)</script><img src=x onerror=y>")

    assert not page.select(".bubble script, .bubble img")
    assert "alert(1)" in page.texts(".bubble-words")[1]


def test_there_is_a_limit(browser, bob, talk):
    page = browser.sign_in(bob).visit(path_of(talk))
    form = page.fields(SHEET)

    answers = [
        browser.client.post(path_of(talk), data={**form, "body": f"{n}"}).status_code
        for n in range(31)
    ]

    assert answers == [303] * 30 + [429]


def test_what_is_typed_into_a_page_that_was_left_open_survives_signing_out(
    browser, bob, talk
):
    page = browser.sign_in(bob).visit(path_of(talk))
    browser.forget_cookies()

    page = page.submit(SHEET, body="It is.")

    assert "It is." in str(page.html)
