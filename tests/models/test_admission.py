import pytest
from sqlalchemy import select

from app import events
from app.extensions import db
from app.models import Account, JoinRequest, User
from tests.fixtures.joining import ask_to_join


@pytest.fixture
def joined():
    """Everybody of whom the others were told that they joined."""
    seen = []

    def note(user):
        seen.append(user)

    with events.user_joined.connected_to(note):
        yield seen


def test_who_asks_waits_and_nobody_is_told(app, joined):
    fay = ask_to_join("fay")

    assert not fay.account.is_approved
    assert fay not in db.session.scalars(User.everybody(None)).all()
    assert joined == []


def test_who_is_let_in_is_like_everybody_else(fay, joined):
    fay.account.approve()

    assert fay.account.is_approved
    assert fay in db.session.scalars(User.everybody(None)).all()
    assert joined == [fay]


def test_of_two_answers_the_first_counts(asked):
    assert [asked.answer(), asked.answer()] == [True, False]


def test_the_request_goes_with_its_person(fay):
    db.session.delete(fay)
    db.session.commit()

    assert db.session.scalar(JoinRequest.count()) == 0


def test_a_guest_stays_when_who_invited_them_goes(bob, cleo):
    account = db.session.scalar(select(Account).where(Account.user_id == cleo.id))
    account.invited_by_id = bob.id
    db.session.commit()

    db.session.delete(bob)
    db.session.commit()
    db.session.refresh(account)

    assert account.invited_by_id is None
