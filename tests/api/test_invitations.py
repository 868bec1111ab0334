"""Codes that let others in."""

import pytest

from app.extensions import db
from app.models import Invitation
from app.models.invitation import LIVE_AT_ONCE
from tests.fixtures.joining import change_site
from tests.support.database import changes, fresh, queries


@pytest.fixture
def inviting(program, ann):
    """Ann, who runs the site, may ask others in."""
    return program.acting_for(ann)


def test_one_is_made_and_listed(inviting):
    with changes(Invitation, by=1):
        answer = inviting.post("/invitations", {"invitation": {"note": "For Gil"}})

    made = answer.json["invitation"]
    assert (made["places"], made["placesLeft"], made["live"]) == (1, 1, True)
    assert made["code"] in made["url"]
    assert inviting.get("/invitations").json["invitations"] == [made]


def test_one_is_taken_back(inviting):
    made = inviting.post("/invitations").json["invitation"]

    answer = inviting.delete(f"/invitations/{made['id']}")

    assert answer.status_code == 204
    assert inviting.get("/invitations").json["invitations"][0]["live"] is False


@pytest.mark.parametrize(
    "given",
    [
        {"places": 2},
        {"places": "1"},
        {"days": 365},
        {"note": "x" * 121},
        {"note": None},
        {"code": "mine"},
    ],
)
def test_what_cannot_be_made_is_named(inviting, given):
    answer = inviting.post("/invitations", {"invitation": given})

    assert answer.status_code == 422
    assert set(answer.json["errors"]) == set(given)


def test_nobody_takes_back_those_of_others(inviting, dan):
    theirs = dan.invite(places=1, days=1)
    db.session.commit()

    assert inviting.delete(f"/invitations/{theirs.id}").status_code == 404
    assert fresh(theirs).revoked_at is None


def test_who_may_not_invite_is_told_so(program, bob):
    change_site(members_invite=False)

    answer = program.acting_for(bob).post("/invitations")

    assert answer.status_code == 403
    assert "account" in answer.json["errors"]


def test_a_member_has_so_many_about(program, bob):
    program.acting_for(bob)
    for _ in range(LIVE_AT_ONCE):
        assert program.post("/invitations").status_code == 201

    answer = program.post("/invitations")

    assert answer.status_code == 422
    assert "invitation" in answer.json["errors"]


def test_the_list_costs_the_same_however_long_it_is(inviting, ann):
    for _ in range(6):
        ann.invite(places=1, days=1)
    db.session.commit()
    inviting.get("/invitations")

    with queries(at_most=2):
        answer = inviting.get("/invitations")

    assert len(answer.json["invitations"]) == 6
