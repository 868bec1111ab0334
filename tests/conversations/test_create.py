import pytest

from app.extensions import db
from app.models import Conversation, Message
from tests.fixtures.cast import join
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.talks import write


@pytest.fixture
def open_doors(ann, bob, cleo, dan):
    """Everybody takes messages of everyone."""
    for person in (ann, bob, cleo, dan):
        person.takes_messages_from = "everyone"
    db.session.commit()


def send(page, **typed):
    return page.submit("form#letter", **typed)


def test_a_word_to_one_person(browser, ann, bob, open_doors):
    page = browser.sign_in(ann).visit("/messages/new?to=bob")

    with changes(Message, by=1):
        page = send(page, body="Is the *kettle* on?")

    assert page.text("h1#with") == "Bob Lindqvist"
    assert [str(em) for em in page.select(".bubble--mine em")] == ["<em>kettle</em>"]


@pytest.mark.parametrize("to", ["@bob, cleo", "bob cleo", " BOB;@Cleo, bob,ann "])
def test_a_word_to_several(browser, ann, bob, cleo, open_doors, to):
    page = send(browser.sign_in(ann).visit("/messages/new"), to=to, body="Tea?")

    assert page.text("h1#with") == "Bob Lindqvist, Cleo Marchetti"
    assert Browser(browser.client).sign_in(cleo).visit("/messages/").shows("Tea?")


def test_whom_one_talks_with_already_is_found(browser, ann, bob, open_doors):
    message = write(bob, [ann])

    page = browser.sign_in(ann).visit("/messages/new?to=bob")

    assert page.path == f"/messages/{message.conversation_id}"


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("", "Say whom it is for."),
        (" , @ ", "Say whom it is for."),
        ("ann", "That’s you. Name somebody else."),
        ("nobody_such", "Nobody here is called @nobody_such."),
        ("bob, nobody_such", "Nobody here is called @nobody_such."),
        ("eve", "@eve doesn’t take messages from you."),
        (", ".join(f"reader{n}" for n in range(12)), "At most 12 people fit"),
        (", ".join(f"reader{n}" for n in range(500)), "At most 12 people fit"),
        ("<script>" * 50, "Nobody here is called"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_stay(
    browser, ann, bob, eve, open_doors, to, words
):
    page = browser.sign_in(ann).visit("/messages/new")

    with changes(Conversation, by=0):
        page = send(page, to=to, body="A long letter.")

    assert page.status == 422
    assert words in page.text(".field-error")
    assert page.value("body") == "A long letter."


@pytest.mark.parametrize("body", ["", "  \n ", "x" * 5001])
def test_no_message_and_far_too_much_of_one_are_refused(
    browser, ann, bob, open_doors, body
):
    page = browser.sign_in(ann).visit("/messages/new?to=bob")

    with changes(Conversation, by=0):
        page = send(page, body=body)

    assert page.status == 422
    assert page.value("body") == body
    assert page.value("to") == "bob"


@pytest.mark.parametrize("why", ["choice", "block", "blocked", "away", "suspended"])
def test_there_is_one_answer_for_all_reasons(browser, ann, bob, open_doors, why):
    if why == "choice":
        bob.takes_messages_from = "nobody"
    if why == "block":
        bob.block(ann)
    if why == "blocked":
        ann.block(bob)
    if why == "away":
        bob.leave()
    if why == "suspended":
        bob.suspend(None)
    db.session.commit()

    page = browser.sign_in(ann).visit("/messages/new")
    page = send(page, to="bob", body="Hello?")

    assert page.text("#to-error") == "@bob doesn’t take messages from you."


def test_who_takes_no_messages_is_said_before_anything_is_typed(browser, ann, eve):
    page = browser.sign_in(ann).visit("/messages/new?to=eve")

    assert page.text("#to-error") == "@eve doesn’t take messages from you."


def test_a_former_handle_finds_who_had_it(browser, ann, bob, open_doors):
    bob.claim("robert")
    db.session.commit()

    page = send(browser.sign_in(ann).visit("/messages/new"), to="bob", body="Hello.")

    assert page.text("h1#with") == "Bob Lindqvist"


def test_a_double_click_is_one_message(browser, ann, bob, cleo, open_doors):
    page = browser.sign_in(ann).visit("/messages/new")

    with changes(Message, by=1), changes(Conversation, by=1):
        pages = [send(page, to="bob, cleo", body="Tea?") for _press in range(2)]

    assert pages[0].path == pages[1].path


def test_two_presses_at_once_are_one_message(race, shared_app):
    with shared_app.app_context():
        ann, *others = (join(n, n.title()) for n in ("ann", "bob", "cleo"))
        for person in others:
            person.takes_messages_from = "everyone"
        db.session.commit()
    page = race.browser(ann).visit("/messages/new")

    pages = race.run(*[lambda: send(page, to="bob, cleo", body="Tea?")] * 4)

    assert len({page.path for page in pages}) == 1
    with shared_app.app_context():
        assert db.session.query(Message).count() == 1


def test_two_who_begin_at_once_meet_in_one_conversation(race, shared_app):
    with shared_app.app_context():
        pair = [join("ann", "Ann Okafor"), join("bob", "Bob Lindqvist")]
        for person in pair:
            person.takes_messages_from = "everyone"
        db.session.commit()
    sheets = [
        race.browser(pair[0]).visit("/messages/new?to=bob"),
        race.browser(pair[1]).visit("/messages/new?to=ann"),
    ]

    pages = race.run(*(lambda s=sheet: send(s, body="You first.") for sheet in sheets))

    assert len({page.path for page in pages}) == 1
    page = race.browser(pair[0]).visit(pages[0].path)
    assert len(page.select(".bubble")) == 2


def test_who_has_not_confirmed_their_address_keeps_their_words(
    browser, ann, zoe, open_doors
):
    page = browser.sign_in(zoe).visit("/messages/new?to=ann")

    page = send(page, body="Hello, I am new.")

    assert page.status == 422
    assert "Confirm your address first." in page.text("#body-error")
    assert page.value("body") == "Hello, I am new."


def test_there_is_a_limit_for_who_has_just_joined(browser, ann, open_doors):
    readers = [join(f"reader{number}", "R") for number in range(6)]
    for reader in readers:
        reader.takes_messages_from = "everyone"
    db.session.commit()
    browser.sign_in(ann)

    answers = [
        send(browser.visit(f"/messages/new?to={reader.handle}"), body="Hello.").status
        for reader in readers
    ]

    assert answers == [200] * 5 + [429]
