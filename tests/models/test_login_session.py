from datetime import timedelta

import pytest
from sqlalchemy import inspect, select

from app.extensions import db
from app.lib.tokens import digest, new_token
from app.models import LoginSession
from app.models.login_session import session_behind
from tests.support.database import changes, queries

MINUTE = timedelta(minutes=1)


def begin(person, keep=False, device="Firefox"):
    token = LoginSession.begin(person, device=device, keep=keep)
    db.session.commit()
    return token


def later(by):
    """Let time pass, which is to move all that is known back."""
    for session in db.session.scalars(select(LoginSession)):
        session.seen_at -= by
        session.expires_at -= by
    db.session.commit()


def test_a_token_leads_to_its_person(ann, bob):
    begin(bob)

    assert session_behind(begin(ann)).user is ann


def test_the_person_and_their_account_come_in_one_query(ann):
    token = begin(ann)
    db.session.expunge_all()

    with queries(at_most=1):
        assert session_behind(token).user.account.role == "admin"


@pytest.mark.parametrize("token", ["", "\x00", "\ud800", "x" * 10_000, "' OR ''='"])
def test_a_foreign_token_leads_nowhere(ann, token):
    begin(ann)

    assert session_behind(token) is None


def test_a_fresh_token_is_nobodys(ann):
    begin(ann)

    assert session_behind(new_token()) is None


def test_the_database_knows_only_the_digest(ann):
    token = begin(ann)
    row = db.session.execute(select(*inspect(LoginSession).columns)).one()

    assert digest(token) in row
    assert token not in map(str, row)


def test_the_digest_is_no_key_by_itself(ann):
    assert session_behind(digest(begin(ann))) is None


@pytest.mark.parametrize(
    ("keep", "lasts"), [(False, timedelta(hours=12)), (True, timedelta(days=30))]
)
def test_a_session_lives_as_long_as_was_asked(ann, keep, lasts):
    token = begin(ann, keep)
    later(lasts - MINUTE)

    assert session_behind(token) is not None


@pytest.mark.parametrize(
    ("keep", "lasts"), [(False, timedelta(hours=12)), (True, timedelta(days=30))]
)
def test_after_that_it_has_ended(ann, keep, lasts):
    token = begin(ann, keep)
    later(lasts)

    assert session_behind(token) is None


def test_use_moves_the_end_along(ann):
    token = begin(ann)
    later(timedelta(hours=11))
    session_behind(token).note_visit()
    later(timedelta(hours=11))

    assert session_behind(token) is not None


@pytest.mark.parametrize(
    ("by", "due"), [(timedelta(minutes=59), False), (timedelta(minutes=61), True)]
)
def test_a_visit_is_noted_once_an_hour(ann, by, due):
    session = session_behind(begin(ann))
    later(by)

    assert session.is_due_a_note is due


def test_ended_sessions_can_be_removed(ann):
    begin(ann)
    kept = begin(ann, keep=True)
    later(timedelta(days=1))

    with changes(LoginSession, by=-1):
        db.session.execute(LoginSession.removal())

    assert session_behind(kept) is not None


@pytest.mark.parametrize(("keep", "age"), [(False, None), (True, 30 * 24 * 3600)])
def test_the_cookie_lasts_no_longer_than_the_session(ann, keep, age):
    assert session_behind(begin(ann, keep)).cookie_age == age


def test_a_long_name_of_a_device_is_cut(ann):
    assert session_behind(begin(ann, device="x" * 500)).device == "x" * 200
