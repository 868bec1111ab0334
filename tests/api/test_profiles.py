"""People and whom they follow, by the RealWorld contract."""

import pytest

from app.extensions import db
from tests.support.realworld import PROFILE


def test_a_visitor_sees_who_somebody_is(program, ann):
    profile = program.get("/profiles/Ann").json["profile"]

    assert profile.keys() == PROFILE
    assert (profile["username"], profile["following"]) == ("ann", False)


@pytest.mark.parametrize("name", ["nobody", "x" * 60, "%00", "n%20b", "%C3%BC"])
def test_who_is_not_there_is_not_found(program, name):
    answer = program.get(f"/profiles/{name}")

    assert answer.status_code == 404
    assert answer.json == {"errors": {"profile": ["not found"]}}


def test_following_shows(program, ann, bob):
    program.acting_for(ann)

    answer = program.post("/profiles/bob/follow")

    assert (answer.status_code, answer.json["profile"]["following"]) == (200, True)
    assert program.get("/profiles/bob").json == answer.json


def test_following_ends(program, ann, bob):
    program.acting_for(ann).post("/profiles/bob/follow")

    answer = program.delete("/profiles/bob/follow")

    assert (answer.status_code, answer.json["profile"]["following"]) == (200, False)


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_nobody_follows_nobody(program, ann, method):
    answer = program.acting_for(ann).ask(method, "/profiles/nobody/follow")

    assert answer.status_code == 404
    assert answer.json == {"errors": {"profile": ["not found"]}}


def test_somebody_who_is_asked_first_is_not_followed_yet(program, ann, bob):
    bob.is_locked = True
    db.session.commit()

    profile = program.acting_for(ann).post("/profiles/bob/follow").json["profile"]

    assert profile["following"] is False
    assert ann.has_asked(bob)


def test_who_has_blocked_one_is_not_there(program, ann, bob):
    bob.block(ann)
    db.session.commit()

    assert program.acting_for(ann).get("/profiles/bob").status_code == 404


def test_a_former_handle_leads_to_its_person(program, bob):
    bob.rename("robert")
    db.session.commit()

    assert program.get("/profiles/bob").json["profile"]["username"] == "robert"
