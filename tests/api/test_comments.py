"""What is said below articles, by the RealWorld contract."""

import pytest

from app.extensions import db
from tests.support.database import statements
from tests.support.realworld import COMMENT, MOMENT, write


@pytest.fixture
def path(program, ann):
    return f"/articles/{write(program.acting_for(ann))['slug']}/comments"


def say(program, path, body="So it is."):
    return program.post(path, {"comment": {"body": body}})


def test_what_is_said_is_answered(program, path, bob):
    answer = say(program.acting_for(bob), path)

    said = answer.json["comment"]
    assert answer.status_code == 201
    assert said.keys() == COMMENT
    assert (said["body"], said["author"]["username"]) == ("So it is.", "bob")


def test_a_visitor_reads_it_to_the_byte(program, path, bob):
    said = say(program.acting_for(bob), path).json["comment"]

    read = program.get(path, headers={"Authorization": ""}).json["comments"]

    assert read == [said]
    assert MOMENT.fullmatch(said["createdAt"])


def test_the_newest_comes_first(program, path):
    for words in ("One", "Two"):
        say(program, path, words)

    said = [one["body"] for one in program.get(path).json["comments"]]

    assert said == ["Two", "One"]


@pytest.mark.parametrize("body", ["", " ", None])
def test_nothing_is_nothing(program, path, body):
    answer = say(program, path, body)

    assert answer.status_code == 422
    assert answer.json["errors"] == {"body": ["can't be blank"]}


def test_it_is_taken_back(program, path):
    key = say(program, path).json["comment"]["id"]

    answer = program.delete(f"{path}/{key}")

    assert (answer.status_code, answer.data) == (204, b"")
    assert program.get(path).json == {"comments": []}


def test_nobody_takes_back_what_another_said(program, path, bob):
    key = say(program, path).json["comment"]["id"]

    answer = program.acting_for(bob).delete(f"{path}/{key}")

    assert answer.status_code == 403
    assert answer.json == {"errors": {"comment": ["forbidden"]}}


@pytest.mark.parametrize("key", [999_999, 0, 2**63, "x"])
def test_what_nobody_said_is_not_found(program, path, key):
    answer = program.delete(f"{path}/{key}")

    assert answer.status_code == 404
    assert answer.json == {"errors": {"comment": ["not found"]}}


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_below_nothing_the_article_is_missed(program, bob, method):
    tail = "/1" if method == "DELETE" else ""
    body = {"comment": {"body": "So it is."}} if method == "POST" else None
    program.acting_for(bob)

    answer = program.ask(method, f"/articles/unknown/comments{tail}", body)

    assert answer.status_code == 404
    assert answer.json == {"errors": {"article": ["not found"]}}


def test_where_nobody_may_speak_nobody_does(program, path, bob, ann):
    post = db.session.scalars(ann.posts.select()).one()
    post.replies = "nobody"
    db.session.commit()

    answer = say(program.acting_for(bob), path)

    assert answer.status_code == 403
    assert "comment" in answer.json["errors"]


@pytest.mark.parametrize("verb", ["block", "mute"])
def test_nobody_reads_whom_they_do_not_want_to_hear(program, path, bob, cleo, verb):
    say(program.acting_for(bob), path)
    getattr(cleo, verb)(bob)
    db.session.commit()

    assert program.acting_for(cleo).get(path).json == {"comments": []}


def test_fifty_cost_what_one_costs(program, path):
    say(program, path)
    program.get(path)
    with statements() as for_one:
        program.get(path)
    for n in range(5):
        say(program, path, f"{n}")

    with statements() as for_more:
        program.get(path)

    assert len(for_more) == len(for_one) <= 4
