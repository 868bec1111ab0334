"""Pictures, by programs."""

from io import BytesIO

import pytest

from app.lib.picture_limits import MOST_BYTES
from app.models import IdempotencyKey, Picture
from app.models.access_token import Scope
from tests.fixtures.writing import publish
from tests.support.database import changes, queries
from tests.support.pictures import MULTIPART, multipart, photo


def bring(program, data=None, headers=None, **fields):
    file = (BytesIO(photo() if data is None else data), "a.jpg")
    return program.post("/media", data={"file": file, **fields}, headers=headers)


def test_a_picture_is_kept(program, ann, store):
    with changes(Picture, by=1):
        answer = bring(program.acting_for(ann), alt="A [grey] heron")

    picture = answer.json["picture"]
    assert answer.status_code == 201
    assert picture["markdown"].startswith("![A \\[grey\\] heron](/media/")


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"<svg/>", "This is no picture"), (b"x" * (MOST_BYTES + 1), "A picture may")],
)
def test_what_is_no_picture_is_refused_in_the_words_of_the_page(
    program, ann, store, data, words
):
    form = multipart(file=data)
    with changes(Picture, by=0):
        answer = program.acting_for(ann).post("/media", data=form, headers=MULTIPART)

    assert answer.status_code == 422
    assert answer.json["errors"]["file"][0].startswith(words)


def test_without_a_file_nothing_is_kept(program, ann, store):
    answer = program.acting_for(ann).post("/media", data={"alt": "Nothing"})

    assert answer.status_code == 422
    assert answer.json["errors"] == {"file": ["can't be blank"]}


def test_there_is_room_for_so_much(program, ann, store, app, monkeypatch):
    monkeypatch.setitem(app.config, "MEDIA_QUOTA", 10)
    answer = bring(program.acting_for(ann))

    assert answer.status_code == 422
    assert "may take" in answer.json["errors"]["file"][0]


def test_it_takes_a_scope_of_its_own(program, ann, store):
    program.acting_for(ann, set(Scope) - {Scope.MEDIA_WRITE})

    assert bring(program).status_code == 403


def test_a_visitor_brings_nothing(program, store):
    assert bring(program).status_code == 401


def test_sent_twice_it_is_kept_once(program, ann, store):
    key = {"Idempotency-Key": "heron"}
    first = bring(program.acting_for(ann), headers=key)

    with changes(Picture, by=0):
        again = bring(program, headers=key)

    assert again.json == first.json


def test_what_was_refused_may_be_sent_again(program, ann, store):
    key = {"Idempotency-Key": "heron"}
    with changes(IdempotencyKey, by=0):
        bring(program.acting_for(ann), b"<svg/>", headers=key)

    assert bring(program, headers=key).status_code == 201


def test_ones_own_are_listed(program, ann, bob, heron):
    assert program.acting_for(bob).get("/media").json["media"] == []

    program.acting_for(ann).get("/media")
    with queries(at_most=2):
        [picture] = program.get("/media").json["media"]

    assert picture == program.get(f"/media/{heron.name}").json["picture"]


def test_other_words_stand_for_it(program, ann, heron):
    change = {"picture": {"alt": "A grey heron"}}
    answer = program.acting_for(ann).put(f"/media/{heron.name}", change)

    assert answer.json["picture"]["alt"] == "A grey heron"


def test_what_is_shown_stays(program, ann, heron):
    publish(ann, body=heron.markdown)

    with changes(Picture, by=0):
        answer = program.acting_for(ann).delete(f"/media/{heron.name}")

    assert answer.status_code == 409


def test_what_is_not_shown_goes(program, ann, heron):
    with changes(Picture, by=-1):
        answer = program.acting_for(ann).delete(f"/media/{heron.name}")

    assert answer.status_code == 204


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_somebody_elses_is_none(program, bob, heron, method):
    body = {"picture": {"alt": ""}} if method == "PUT" else None
    answer = program.acting_for(bob).ask(method, f"/media/{heron.name}", body)

    assert answer.status_code == 404
