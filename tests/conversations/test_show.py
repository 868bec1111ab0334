from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from app.extensions import db
from app.models import Message, Participant
from app.models.columns import now
from tests.fixtures.cast import join
from tests.support.crowd import turn_pages
from tests.support.database import queries
from tests.support.talks import unread, write


def path_of(message):
    return f"/messages/{message.conversation_id}"


def say_much(author, others, count):
    """A conversation in which ``author`` has said this many things."""
    message = write(author, others, "0")
    rows = [
        {
            "conversation_id": message.conversation_id,
            "author_id": author.id,
            "body": str(number),
            "body_html": f"<p>{number}</p>",
            "created_at": message.created_at + timedelta(seconds=number),
        }
        for number in range(1, count)
    ]
    db.session.execute(insert(Message), rows)
    db.session.commit()
    return message


def test_it_is_shown_to_those_who_are_in_it(browser, ann, bob):
    message = write(ann, [bob], "Is the kettle on?")

    page = browser.sign_in(bob).visit(path_of(message))

    assert page.texts(".bubble-words") == ["Is the kettle on?"]
    assert page.text("h1#with") == "Ann Okafor"


@pytest.mark.parametrize("reader", ["cleo", "dan", "ann"])
def test_it_exists_for_nobody_else(browser, ann, bob, cleo, dan, eve, reader, request):
    message = write(bob, [eve])
    browser.sign_in(request.getfixturevalue(reader))

    assert browser.visit(path_of(message)).status == 404
    assert browser.visit(f"{path_of(message)}/newer?after=0").status == 404


def test_who_left_finds_it_no_more(browser, ann, bob):
    message = write(ann, [bob])
    page = browser.sign_in(bob).visit(path_of(message))

    page.submit("#leave form")

    assert browser.visit(path_of(message)).status == 404
    assert browser.visit("/messages/").texts(".conversations b") == []


def test_the_newest_stands_last_and_can_be_linked_to(browser, ann, bob):
    write(ann, [bob], "One.")
    message = write(bob, [ann], "Two.")

    page = browser.sign_in(ann).visit(path_of(message))

    assert page.texts(".bubble-words") == ["One.", "Two."]
    assert "Two." in page.text("#latest")


def test_days_are_told_apart(browser, ann, bob):
    message = write(ann, [bob], "Long ago.")
    message.created_at = now() - timedelta(days=400)
    write(ann, [bob], "Today.")

    page = browser.sign_in(ann).visit(path_of(message))

    assert len(page.select(".day")) == 2


def test_what_is_new_is_marked_once(browser, ann, bob):
    message = write(ann, [bob], "One.")
    browser.sign_in(bob)
    first, second = (browser.visit(path_of(message)) for _visit in range(2))

    assert first.texts(".day--new") == ["New"]
    assert second.texts(".day--new") == []


def test_opening_it_ends_the_count(browser, ann, bob, cleo):
    message = write(ann, [bob])
    write(cleo, [bob])
    browser.sign_in(bob)

    assert browser.visit("/messages/").text(".masthead .count") == "2"
    assert browser.visit(path_of(message)).text(".masthead .count") == "1"
    assert unread(bob) == 1


def test_an_older_page_marks_nothing_as_read(browser, ann, bob):
    message = say_much(ann, [bob], 40)
    browser.sign_in(ann)
    older = browser.visit(path_of(message)).select("a[rel=next]")[0]["href"]

    browser.sign_in(bob).visit(str(older))

    assert unread(bob) == 1


def test_everything_is_shown_once(browser, ann, bob):
    message = say_much(ann, [bob], 95)
    page = browser.sign_in(bob).visit(path_of(message))

    found = turn_pages(page, ".bubble-words")

    assert sorted(map(int, found)) == list(range(95))


def test_of_who_is_away_no_name_is_said(browser, ann, bob, cleo):
    message = write(ann, [bob, cleo], "Tea?")
    ann.leave()
    db.session.commit()

    page = browser.sign_in(bob).visit(path_of(message))

    assert page.texts(".bubble-name") == ["Somebody who left"]
    assert not page.shows("Ann Okafor")


def test_of_who_is_gone_for_good_the_words_stay(browser, ann, bob):
    message = write(ann, [bob], "Remember me.")
    db.session.delete(ann)
    db.session.commit()

    page = browser.sign_in(bob).visit(path_of(message))

    assert page.texts(".bubble-words") == ["Remember me."]
    assert page.text("h1#with") == "Somebody who left"
    assert page.text(".thread-closed").startswith("They don’t take messages")


@pytest.mark.parametrize("blocker", ["ann", "bob"])
def test_after_a_block_the_sheet_gives_way(browser, ann, bob, blocker):
    message = write(ann, [bob])
    one, other = (ann, bob) if blocker == "ann" else (bob, ann)
    one.block(other)
    db.session.commit()

    pages = [browser.sign_in(who).visit(path_of(message)) for who in (ann, bob)]

    words = "They don’t take messages from you at the moment."
    assert [page.text(".thread-closed") for page in pages] == [words, words]


@pytest.mark.parametrize("count", [50, 5000])
def test_a_page_takes_few_statements(browser, ann, bob, cleo, count):
    message = say_much(ann, [bob, cleo], count)
    for number in range(25):
        write(ann, [join(f"reader{number}", f"Reader {number}"), bob])
    browser.sign_in(bob).visit(path_of(message))

    with queries(at_most=6):
        browser.visit(path_of(message))


def test_a_number_that_is_none_is_not_found(browser, ann):
    browser.sign_in(ann)

    for number in ("0", "-1", "9" * 19, "9" * 40, "x"):
        assert browser.visit(f"/messages/{number}").status == 404


def test_read_marks_of_others_are_their_own(browser, ann, bob, cleo):
    message = write(ann, [bob, cleo])

    browser.sign_in(bob).visit(path_of(message))

    db.session.expire_all()
    assert [unread(person) for person in (bob, cleo)] == [0, 1]


def test_reading_writes_nothing_where_nothing_is_new(browser, ann, bob):
    message = write(ann, [bob])
    long_ago = now() - timedelta(days=3)
    browser.sign_in(bob).visit(path_of(message))
    db.session.execute(update(Participant).values(read_at=long_ago))
    db.session.commit()

    browser.visit(path_of(message))

    db.session.expire_all()
    side = db.session.get(Participant, (message.conversation_id, bob.id))
    assert side.read_at == long_ago
