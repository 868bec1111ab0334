"""Idempotency keys: what is sent twice is made once."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from app.extensions import db
from app.models import Comment, IdempotencyKey, Post
from app.models.columns import now
from app.web.pruning import prune
from tests.support.database import changes
from tests.support.posts import at

KEY = {"Idempotency-Key": "6b1f0a6e"}
NOTE = {"post": {"body": "Once."}}


def send(program, body=NOTE, path="/posts", headers=KEY):
    return program.post(path, body, headers=headers)


def test_what_is_sent_twice_is_made_once(program, ann):
    first = send(program.acting_for(ann))

    with changes(Post, by=0):
        again = send(program)

    assert (again.status_code, again.json) == (201, first.json)
    assert again.headers["Idempotent-Replayed"] == "true"


def test_the_answer_brings_its_tag_again(program, ann):
    first = send(program.acting_for(ann))

    assert send(program).headers["ETag"] == first.headers["ETag"]
    assert "Idempotent-Replayed" not in first.headers


def test_without_a_key_it_is_made_twice(program, ann):
    program.acting_for(ann)

    with changes(Post, by=2):
        send(program, headers=None)
        send(program, headers=None)


def test_a_key_stands_for_one_thing(program, ann):
    send(program.acting_for(ann))

    with changes(Post, by=0):
        answer = send(program, {"post": {"body": "Twice."}})

    assert answer.status_code == 422
    assert answer.json["errors"] == {"idempotency-key": ["was used for something else"]}


def test_somebody_else_has_keys_of_their_own(program, ann, bob):
    send(program.acting_for(ann))

    with changes(Post, by=1):
        answer = send(program.acting_for(bob))

    assert answer.json["post"]["author"]["username"] == "bob"


def test_what_was_refused_may_be_sent_again(program, ann):
    assert send(program.acting_for(ann), {"post": {"body": ""}}).status_code == 422

    assert send(program).status_code == 201


def test_after_a_day_a_key_is_new(program, ann):
    send(program.acting_for(ann))
    key = db.session.scalars(db.select(IdempotencyKey)).one()
    key.created_at = now() - timedelta(hours=24)
    db.session.commit()

    with changes(Post, by=1):
        send(program)


def test_what_is_over_is_swept_away(program, ann):
    send(program.acting_for(ann))
    db.session.execute(
        db.update(IdempotencyKey).values(created_at=now() - timedelta(2))
    )

    assert prune()["idempotency_key"] == 1


def test_what_was_made_and_not_answered_is_not_made_again(program, ann):
    """The process ended between the commit and the answer."""
    send(program.acting_for(ann))
    db.session.execute(db.update(IdempotencyKey).values(answer="", answered_at=None))
    db.session.commit()

    with changes(Post, by=0):
        answer = send(program)

    assert answer.status_code == 409


def test_what_broke_before_it_was_made_is_made_later(program, ann, monkeypatch):
    """The process ended before the commit: the key went with the rest."""
    program.acting_for(ann)
    with monkeypatch.context() as broken:
        broken.setattr("app.api.views.posts.writing.lay_on", _break)
        with changes(Post, by=0), changes(IdempotencyKey, by=0):
            program.client.post("/api/posts", json=NOTE, headers=program.headers | KEY)

    with changes(Post, by=1):
        assert send(program).status_code == 201


def test_what_is_made_is_answered_whatever_becomes_of_the_key(
    program, ann, monkeypatch
):
    monkeypatch.setattr(IdempotencyKey, "keep", _break)

    assert send(program.acting_for(ann)).status_code == 201
    assert send(program).status_code == 409


@pytest.mark.parametrize("key", ["", "with a space", "ü", "x" * 256])
def test_a_key_is_visible(program, ann, key):
    program.acting_for(ann)

    with changes(Post, by=0):
        answer = send(program, headers={"Idempotency-Key": key})

    assert answer.status_code == 400


def test_comments_take_keys_too(program, bob, essay):
    path = at(essay).replace("posts", "articles") + "/comments"
    said = {"comment": {"body": "Yes."}}

    with changes(Comment, by=1):
        for _ in range(2):
            send(program.acting_for(bob), said, path)


def test_the_answer_lies_there_sealed(program, ann):
    send(program.acting_for(ann))
    key = db.session.scalars(db.select(IdempotencyKey)).one()

    assert "Once." not in key.answer
    assert KEY["Idempotency-Key"] not in key.key_digest


def test_a_secret_is_never_kept(program, ann):
    new = {"username": "jake", "email": "j@example.org", "password": "nine calm geese"}

    with changes(IdempotencyKey, by=0):
        answer = send(program.acting_for(ann), {"user": new}, "/users")

    assert answer.status_code == 201


def _break(*_args, **_known):
    raise OperationalError("UPDATE", {}, Exception("the disk is full"))
