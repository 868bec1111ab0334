import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.database import queries

PATH = "/suggestions/tags/"


@pytest.fixture
def used(ann):
    """So many posts of Ann's with each tag: ``used(ink=2)``."""

    def write(**counts):
        for name, count in counts.items():
            for _ in range(count):
                publish(ann, body=f"#{name}")

    return write


@pytest.fixture
def suggested(browser, bob):
    """What Bob is offered: the tags, and how many posts each leads to."""
    browser.sign_in(bob)

    def ask(text):
        answer = browser.client.get(PATH, query_string={"q": text})
        return [(offer["value"], offer["note"]) for offer in answer.json]

    return ask


def test_tags_that_begin_so_are_offered_the_most_used_first(suggested, used):
    used(ink=1, inkwell=3, paper=5, Inn=2)

    assert suggested("in") == [
        ("inkwell", "3 posts"),
        ("inn", "2 posts"),
        ("ink", "1 post"),
    ]


@pytest.mark.parametrize("text", ["INK", "#ink", " Ink"])
def test_it_is_looked_up_in_its_one_spelling(suggested, used, text):
    used(ink=1)

    assert suggested(text) == [("ink", "1 post")]


@pytest.mark.parametrize("text", ["", " ", "#", "%", "_", "i_", "\x00", "x" * 900])
def test_nothing_is_offered_for_nothing(suggested, used, text):
    used(ink=1)

    assert suggested(text) == []


def test_any_script_is_offered(suggested, used):
    used(墨水=1, чернила=1)

    assert suggested("墨") == [("墨水", "1 post")]
    assert suggested("Чер") == [("чернила", "1 post")]


def test_of_a_tag_that_many_use_not_all_are_counted(suggested, used):
    used(ink=26)

    assert suggested("ink") == [("ink", "25 posts or more")]


def test_eight_are_enough(suggested, used):
    used(**{f"tag{number}": 1 for number in range(12)})

    assert len(suggested("tag")) == 8


def test_what_nobody_may_read_is_not_counted(suggested, ann, draft):
    draft.tag_with(["secret"])
    for audience in ("unlisted", "followers", "private"):
        publish(ann, body="#secret", to=audience)
    publish(ann, body="#secret").throw_away()
    db.session.commit()

    assert suggested("secr") == []


def test_it_takes_few_statements(suggested, used):
    used(**{f"tag{number}": 2 for number in range(10)})
    suggested("tag")

    with queries(at_most=2):
        suggested("tag")


def test_visitors_are_asked_in(browser, app):
    assert browser.visit(f"{PATH}?q=ink").path.startswith("/sign-in")


def test_who_asks_without_end_is_stopped(browser, bob):
    browser.sign_in(bob)
    statuses = {browser.client.get(PATH).status_code for _ in range(301)}

    assert statuses == {200, 429}
