import pytest

from app.extensions import db
from app.models import Conversation
from tests.fixtures.cast import join
from tests.support.crowd import turn_pages
from tests.support.database import queries
from tests.support.talks import write


def test_an_empty_list_says_what_to_do(browser, ann):
    page = browser.sign_in(ann).visit("/messages/")

    assert page.text(".empty h2") == "No messages yet"


def test_what_moved_last_stands_first(browser, ann, bob, cleo):
    write(ann, [bob], "To Bob.")
    write(ann, [cleo], "To Cleo.")
    write(bob, [ann], "Back again.")

    page = browser.sign_in(ann).visit("/messages/")

    assert page.texts(".conversations b") == ["Bob Lindqvist", "Cleo Marchetti"]
    assert page.texts(".conversations p") == [
        "Unread: Back again.",
        "You: To Cleo.",
    ]


def test_a_group_says_who_said_it(browser, ann, bob, cleo):
    write(ann, [bob, cleo], "Tea?")

    page = browser.sign_in(bob).visit("/messages/")

    assert page.texts(".conversations b") == ["Ann Okafor, Cleo Marchetti"]
    assert page.texts(".conversations p") == ["Unread: Ann Okafor: Tea?"]


def test_a_crowd_is_named_in_part(browser, ann):
    write(ann, [join(f"reader{n}", f"Reader {n}") for n in range(6)])

    page = browser.sign_in(ann).visit("/messages/")

    assert page.text(".conversations b") == "Reader 0, Reader 1, Reader 2 and 3 more"


def test_of_who_is_apart_nothing_is_shown_in_a_group(browser, ann, bob, eve):
    message = write(ann, [bob, eve], "Tea?")
    talk = db.session.get(Conversation, message.conversation_id)
    eve.say(talk, "I know better.", "a-sheet")
    bob.block(eve)
    db.session.commit()

    page = browser.sign_in(bob).visit("/messages/")

    assert not page.shows("I know better.")


def test_every_conversation_is_listed_once(browser, ann):
    for number in range(45):
        write(ann, [join(f"reader{number}", f"Reader {number}")])
    page = browser.sign_in(ann).visit("/messages/")

    found = turn_pages(page, ".conversations b")

    assert sorted(found) == sorted(f"Reader {number}" for number in range(45))


@pytest.mark.parametrize("count", [2, 25])
def test_the_list_takes_few_statements(browser, ann, bob, count):
    for number in range(count):
        write(ann, [join(f"reader{number}", f"Reader {number}"), bob])
    browser.sign_in(bob).visit("/messages/")

    with queries(at_most=4):
        browser.visit("/messages/")
