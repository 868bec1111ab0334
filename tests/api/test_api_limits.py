"""How many requests come through, and how a program is told."""

from dataclasses import replace

import pytest

from app import create_app
from app.extensions import db
from tests.support.program import Program

ASKS_FIRST = {
    "Origin": "https://elsewhere.example",
    "Access-Control-Request-Method": "PUT",
}


@pytest.fixture
def configured(app, settings, document):
    """A program at the same site with other settings."""

    def start(**other):
        site = create_app(replace(settings, **other))
        db._app_engines[site] = {None: db.session.get_bind()}
        return Program(site.test_client(), document)

    return start


def test_each_answer_says_how_many_more_there_are(configured, ann):
    program = configured(API_LIMIT="3 per minute").acting_for(ann)

    first, second = program.get("/tags"), program.get("/user")

    assert first.headers["RateLimit-Policy"] == '"member";q=3;w=60'
    assert first.headers["RateLimit"].startswith('"member";r=2;t=')
    assert second.headers["RateLimit"].startswith('"member";r=1;t=')


def test_all_tokens_of_a_member_count_together(configured, ann):
    program = configured(API_LIMIT="2 per minute")

    codes = [program.acting_for(ann).get("/tags").status_code for _ in range(3)]

    assert codes == [200, 200, 429]


def test_whoever_has_none_left_is_told_for_how_long(configured):
    program = configured(API_VISITOR_LIMIT="1 per minute")
    program.get("/tags")

    answer = program.get("/tags")

    assert answer.json["errors"].keys() == {"rate"}
    assert answer.headers["RateLimit"].startswith('"visitor";r=0;t=')
    assert 1 <= int(answer.headers["Retry-After"]) <= 60


def test_a_token_that_is_none_counts_for_its_network(configured):
    program = configured(API_VISITOR_LIMIT="1 per minute").showing("made-up")
    program.get("/user")

    assert program.get("/user").status_code == 429


def test_where_nothing_is_counted_nothing_is_said(configured):
    answer = configured(API_VISITOR_LIMIT="off").get("/tags")

    assert answer.status_code == 200
    assert "RateLimit" not in answer.headers
    assert "RateLimit-Policy" not in answer.headers


def test_to_ask_first_costs_nothing(configured):
    program = configured(API_VISITOR_LIMIT="1 per minute")
    for _ in range(3):
        program.client.options("/api/tags", headers=ASKS_FIRST)

    assert program.get("/tags").status_code == 200
