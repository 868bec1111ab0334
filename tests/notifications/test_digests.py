"""The letter of what is unread, at an hour of one's own."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.extensions import db
from app.models import NotificationSettings
from app.models.columns import now
from app.web import rounds
from app.web.rounds import go_round
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.mailbox import deferred, last_letter, mailbox, work
from tests.support.news import read_all


@pytest.fixture
def wish(ann):
    """Ann, who wishes for a digest every day, which is due now."""
    settings = NotificationSettings.kept(ann.id)
    settings.digest, settings.digest_hour = "daily", 8
    settings.plan(UTC)
    settings.digest_at -= timedelta(days=1)
    settings.digested_at = now() - timedelta(days=1)
    db.session.commit()
    return settings


@pytest.fixture
def news(ann, bob, essay):
    """Something that Ann has not read."""
    bob.like(essay)
    db.session.commit()


def write():
    go_round()
    work()
    db.session.expire_all()


def test_it_says_what_is_unread(wish, news):
    write()

    letter = last_letter()
    assert (letter.to, letter.subject) == (
        "ann@example.org",
        "1 thing is new on Inklings",
    )
    assert "Bob Lindqvist liked “The tide tables”" in letter.text


def test_of_nothing_there_is_none(wish):
    write()

    assert mailbox() == []


def test_nor_of_what_was_read(wish, ann, news):
    read_all(ann)
    write()

    assert mailbox() == []


def test_a_second_round_writes_no_other(wish, news):
    write()
    write()

    assert len(mailbox()) == 1


def test_the_next_one_is_planned_before_it_is_written(wish, news):
    go_round()
    db.session.expire_all()

    assert now() < wish.digest_at <= now() + timedelta(days=1)
    assert deferred().count("digest") == 1


def test_what_stood_in_one_does_not_stand_in_the_next(wish, ann, news):
    write()
    wish.digest_at -= timedelta(days=1)
    db.session.commit()
    write()

    assert len(mailbox()) == 1


def test_at_another_hour_of_that_day_there_is_another(wish, bob, cleo, essay):
    day = wish.digest_at - timedelta(days=1)
    for person, hour in ((bob, 8), (cleo, 12)):
        person.like(essay)
        wish.digest_hour, wish.digest_at = hour, day.replace(hour=hour)
        db.session.commit()
        write()

    assert len(mailbox()) == 2


def test_who_wants_none_gets_none(wish, ann, news):
    ann.account.mute("digest")
    db.session.commit()
    write()

    assert mailbox() == []


def test_who_is_away_gets_none(wish, ann, news):
    ann.leave()
    db.session.commit()
    write()

    assert mailbox() == []


def test_a_long_one_says_that_there_is_more(wish, ann):
    for number in range(25):
        publish(join(f"fan{number}", f"Fan {number}"), f"Walk {number}", "@ann")
    write()

    assert last_letter().text.count("mentioned you in") == 20
    assert "There is more than fits into a letter." in last_letter().text


def test_one_whose_letter_fails_holds_up_nobody(wish, news, bob, monkeypatch):
    def fail():
        raise RuntimeError("a fault")

    monkeypatch.setattr("app.web.rounds._TASKS", [fail, *rounds._TASKS])
    write()

    assert len(mailbox()) == 1


def test_whoever_has_moved_gets_it_at_their_hour_there(ann, wish, news):
    ann.account.time_zone = "Asia/Tokyo"
    db.session.commit()

    write()

    assert mailbox() == []
    assert wish.digest_at.astimezone(ZoneInfo("Asia/Tokyo")).hour == 8
