import pytest
from sqlalchemy import update

from app.extensions import db
from app.models import User
from app.models.columns import now
from tests.support.crowd import strangers, turn_pages
from tests.support.database import queries


def test_everybody_is_listed_the_newest_first(browser, ann, bob, cleo):
    page = browser.visit("/people")

    assert page.texts(".people .name") == [
        "Cleo Marchetti",
        "Bob Lindqvist",
        "Ann Okafor",
    ]


def test_the_list_shows_whom_the_reader_follows(browser, ann, bob, cleo):
    ann.follow(bob)
    db.session.commit()

    page = browser.sign_in(ann).visit("/people")

    buttons = page.texts(".people form.follow button")
    assert buttons == ["Follow Cleo Marchetti", "Following Bob Lindqvist"]


def test_everybody_is_listed_once(browser, app):
    people = strangers(45)
    db.session.execute(update(User).values(created_at=now()))
    db.session.commit()

    found = turn_pages(browser.visit("/people"), ".people .name")

    assert sorted(found) == sorted(person.name for person in people)


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 6)])
def test_the_list_takes_few_statements(browser, reader, most, request):
    strangers(20)
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit("/people")

    with queries(at_most=most):
        browser.visit("/people")
