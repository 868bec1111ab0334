"""What cannot be taken is said to be so, in one shape."""

import json

import pytest

from app.models import Post
from tests.support.database import changes

WHOLE = {"title": "Chains", "body": "Oil them."}


@pytest.mark.parametrize(
    ("article", "errors"),
    [
        ({}, {"title": ["can't be blank"], "body": ["can't be blank"]}),
        ({**WHOLE, "title": " "}, {"title": ["can't be blank"]}),
        ({**WHOLE, "title": None}, {"title": ["can't be blank"]}),
        ({**WHOLE, "title": 7}, {"title": ["must be a string"]}),
        ({**WHOLE, "body": ["a"]}, {"body": ["must be a string"]}),
        (
            {**WHOLE, "title": "x" * 201},
            {"title": ["is too long: 200 characters at most"]},
        ),
        ("Chains", {"article": ["must be an object"]}),
    ],
)
def test_every_field_that_is_wrong_is_named(program, article, errors):
    with changes(Post, by=0):
        answer = program.post("/api/articles", {"article": article})

    assert (answer.status_code, answer.json) == (422, {"errors": errors})


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"{", "is not JSON"),
        (b'{"article": {}, "article": {}}', "has a name twice"),
        (b'{"article": NaN}', "has NaN, which is no number of JSON"),
        (b'"\xff"', "is not UTF-8"),
        (b"[" * 100_000, "is nested too deeply"),
    ],
)
def test_what_is_no_json_is_not_guessed_at(program, body, why):
    answer = program.send("/api/articles", body)

    assert (answer.status_code, answer.json) == (400, {"errors": {"body": [why]}})


def test_a_form_is_not_taken(program):
    answer = program.send("/api/articles", "title=Chains", "text/plain")

    assert answer.status_code == 415
    assert answer.json["errors"] == {"content-type": ["must be application/json"]}


@pytest.mark.parametrize(
    ("path", "thing"),
    [
        ("/api/articles/nothing-1001", "article"),
        ("/api/articles/nothing", "article"),
        ("/api/articles/%00-1001", "article"),
        ("/api/walrus", "address"),
    ],
)
def test_what_is_not_there_is_said_in_json(stranger, path, thing):
    answer = stranger.get(path, Accept="text/html")

    assert (answer.status_code, answer.mimetype) == (404, "application/json")
    assert answer.json == {"errors": {thing: ["not found"]}}


def test_another_method_is_told_which_are_known(stranger):
    answer = stranger.client.delete("/api/articles")

    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert json.loads(answer.data) == {"errors": {"method": ["is not allowed here"]}}


@pytest.mark.parametrize("asked", ["limit=-1", "limit=1000", "limit=x", "offset=1e9"])
def test_a_stretch_that_makes_no_sense_is_refused(stranger, asked):
    answer = stranger.get(f"/api/articles?{asked}")

    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [asked.partition("=")[0]]
