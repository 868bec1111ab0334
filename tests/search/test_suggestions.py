"""What is offered while one types what one looks for."""

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.database import queries

PATH = "/suggestions/search/"


@pytest.fixture
def offered(browser, ann, bob):
    publish(ann, "The kitchen door", "By the #kitchens.")
    publish(ann, "Kitchen private", to="private")

    def ask(typed):
        answer = browser.client.get(PATH, query_string={"q": typed})
        return [(offer["value"], offer["note"]) for offer in answer.json]

    return ask


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("bo", [("from:bob ", "Bob Lindqvist")]),
        ("rain @bo", [("rain from:bob ", "Bob Lindqvist")]),
        ("from:bo", [("from:bob ", "Bob Lindqvist")]),
        ("tag:kit", [("tag:kitchens ", "tag")]),
        ("kitch", [("tag:kitchens ", "tag"), ("The kitchen door", "Ann Okafor")]),
        ("kitchen do", []),
        ("kitchen doo", [("The kitchen door", "Ann Okafor")]),
        ("", []),
        ('"', []),
        ("-", []),
        ("x" * 9_000, []),
    ],
)
def test_people_tags_and_titles_are_offered(offered, typed, offers):
    assert offered(typed) == offers


def test_who_does_not_want_to_be_found_is_not_offered(offered, bob, ann):
    bob.is_indexable = ann.is_indexable = False
    db.session.commit()

    assert offered("bob") == []
    assert offered("kitchen door") == []


def test_they_take_few_statements(offered):
    offered("kitch")

    with queries(at_most=4):
        offered("kitch")
