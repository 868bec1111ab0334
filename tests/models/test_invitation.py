from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.lib.tokens import new_code
from app.models import Invitation
from app.models.columns import now
from app.models.invitation import LIVE_AT_ONCE


def test_a_code_is_long_and_has_no_letters_that_look_alike():
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    assert {len(code) for code in codes} == {14}
    assert not set("".join(codes)) & set("lo01")


def test_each_place_is_taken_once(bob):
    invitation = bob.invite(places=2, days=7)
    db.session.flush()

    assert [invitation.take_place() for _ in range(3)] == [True, True, False]


def test_one_that_is_taken_back_lets_nobody_in(invitation):
    invitation.revoke()

    assert not invitation.take_place()
    assert not invitation.is_live


def test_one_that_has_ended_lets_nobody_in(invitation):
    invitation.expires_at = now() - timedelta(seconds=1)

    assert not invitation.take_place()
    assert not invitation.is_live


@pytest.mark.parametrize("places", [-1, 2])
def test_the_table_counts_the_places(invitation, places):
    invitation.places_left = places

    with pytest.raises(IntegrityError):
        db.session.flush()


def test_so_many_may_be_about_at_once(bob):
    for _ in range(LIVE_AT_ONCE):
        assert bob.may_invite_more()
        bob.invite(places=1, days=1)

    assert not bob.may_invite_more()


def test_what_has_ended_makes_room(bob):
    made = [bob.invite(places=1, days=1) for _ in range(LIVE_AT_ONCE)]
    db.session.flush()
    made[0].revoke()

    assert bob.may_invite_more()


def test_a_month_after_its_end_it_is_forgotten(app, invitation):
    invitation.expires_at = now() - timedelta(days=31)
    db.session.commit()

    said = app.test_cli_runner().invoke(args=["prune"]).output

    assert said == "Gone: 1 × invitation.\n"
    assert db.session.query(Invitation).count() == 0
