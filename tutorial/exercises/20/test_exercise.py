"""Exercise 20: a program changes an article."""

import pytest

from app.extensions import db
from app.models import AccessToken
from tests.fixtures.writing import publish
from tests.support.program import Program


@pytest.fixture
def program(app, bob):
    """A script of Bob's."""
    _, token = AccessToken.issue(bob, "A script")
    db.session.commit()
    return Program(app.test_client(), token)


@pytest.fixture
def address(program, bob):
    publish(bob, "Chains", "Oil *them*.")
    return address_of(program, "bob")


def address_of(program, author):
    listed = program.get(f"/api/articles?author={author}").json["articles"]
    return f"/api/articles/{listed[0]['slug']}"


def put(program, address, **given):
    return program.client.put(address, json={"article": given}, headers=program.headers)


def test_what_is_named_changes_and_the_rest_stays(program, address):
    answer = put(program, address, body="Grease them.")

    assert answer.status_code == 200
    assert answer.json["article"]["title"] == "Chains"
    assert program.get(address).json["article"]["body"] == "Grease them."


def test_the_page_has_the_new_text(program, browser, address):
    put(program, address, title="Gears", body="*Count* them.")

    page = browser.visit("/@bob/chains")
    assert page.text(".prose em") == "Count"


def test_that_of_somebody_else_is_left_alone(program, essay):
    answer = put(program, address_of(program, "ann"), body="Mine now.")

    assert answer.status_code == 403
    assert answer.json == {"errors": {"article": ["forbidden"]}}


def test_what_is_not_there_is_not_found(program):
    answer = put(program, "/api/articles/nothing-1001", body="A text.")

    assert answer.json == {"errors": {"article": ["not found"]}}


@pytest.mark.parametrize("given", [{"title": ""}, {"body": " "}, {"title": None}])
def test_nothing_is_emptied(program, address, given):
    answer = put(program, address, **given)

    (field,) = given
    assert (answer.status_code, answer.json) == (
        422,
        {"errors": {field: ["can't be blank"]}},
    )


def test_without_a_token_nobody_changes_anything(app, address):
    assert put(Program(app.test_client()), address, body="x").status_code == 401
