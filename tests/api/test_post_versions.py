"""What is written over a post, and what becomes of what was there."""

import pytest

from app.extensions import db
from tests.support.posts import at, change


def test_over_another_text_both_are_kept(program, ann, revised):
    answer = change(program.acting_for(ann), at(revised), body="Mine.", version=1)

    assert answer.status_code == 409
    assert answer.json["errors"]["version"] == ["is not the one of now, which is 2"]
    assert answer.json["post"]["body"].startswith("Low water")


def test_over_the_text_of_now_it_is_taken(program, ann, revised):
    answer = change(program.acting_for(ann), at(revised), body="Mine.", version=2)

    assert answer.status_code == 200
    assert answer.json["post"]["version"] == 3


def test_who_has_seen_it_is_told_so(program, ann, essay):
    tag = program.acting_for(ann).get(at(essay)).headers["ETag"]

    answer = program.get(at(essay), headers={"If-None-Match": tag})
    assert answer.status_code == 304
    assert tag.startswith('"1-')


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_another_state_is_left_alone(program, ann, revised, method):
    body = {"post": {"body": "Mine."}} if method == "PUT" else None
    stale = {"If-Match": '"1-0123456789abcdef"'}
    answer = program.acting_for(ann).ask(method, at(revised), body, headers=stale)

    assert answer.status_code == 412
    assert "if-match" in answer.json["errors"]


def test_a_like_does_not_stand_in_the_way(program, ann, bob, essay):
    tag = program.acting_for(ann).get(at(essay)).headers["ETag"]
    bob.like(essay)
    db.session.commit()

    seen = {"If-Match": tag}
    assert change(program, at(essay), seen, body="Mine.").status_code == 200


def test_it_rests_in_the_bin_and_comes_back(program, ann, essay):
    program.acting_for(ann)
    assert program.delete(at(essay)).status_code == 204
    assert program.get(at(essay)).json["post"]["status"] == "binned"

    back = program.post(f"{at(essay)}/restoration").json["post"]

    assert back["status"] == "published"


def test_what_is_in_the_bin_is_not_changed(program, ann, binned):
    answer = change(program.acting_for(ann), at(binned), body="Mine.")

    assert answer.status_code == 409
    assert answer.json["errors"] == {"post": ["is in the bin"]}
