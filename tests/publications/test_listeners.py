from datetime import timedelta

import pytest

from app import events
from app.extensions import db
from app.models import Outbox
from app.models.columns import now
from app.web.outbox import as_if_asked
from app.web.publishing import publish
from tests.fixtures.joining import change_site
from tests.support.mailbox import deferred, last_letter, mailbox, work

TIMES = {"first": now() + timedelta(days=1), "second": now() + timedelta(days=2)}


def plan(post, which):
    with as_if_asked():
        publish(post, TIMES[which])
    db.session.commit()


@pytest.fixture
def planned(draft):
    """Ann's draft, which appears tomorrow."""
    plan(draft, "first")
    return draft


@pytest.fixture
def pass_time(monkeypatch):
    """Let the clock go on by a day and an hour, or by so many days."""

    def go_on(days=1):
        later = now() + timedelta(days=days, hours=1)
        for module in ("publication", "outbox", "notice", "bin", "leaving", "audience"):
            monkeypatch.setattr(
                f"app.models.{module}.now", lambda: later, raising=False
            )
        heard = []

        def hear(post):
            heard.append(post.slug)

        with events.post_published.connected_to(hear):
            work()
        db.session.expire_all()
        return heard

    return go_on


def test_nothing_happens_before_its_time(planned):
    work()

    assert deferred() == ["appearance"]
    assert mailbox() == []


def test_the_worker_tells_of_what_has_appeared(ann, planned, pass_time):
    assert pass_time() == [planned.slug]
    assert planned.announced_at == TIMES["first"]
    assert ann.post_count == 1


def test_its_writer_gets_a_letter(planned, pass_time):
    pass_time()

    letter = last_letter()
    assert (letter.to, letter.subject) == ("ann@example.org", "“Draft” is out")
    assert letter.links[0].endswith("/@ann/draft")


def test_such_letters_end_for_who_wants_none(ann, planned, pass_time):
    ann.account.mute("post_out")
    db.session.commit()
    pass_time()

    assert mailbox() == []


def test_what_got_another_time_waits_for_that(planned, pass_time):
    plan(planned, "second")

    assert pass_time() == []
    assert pass_time(days=2) == [planned.slug]


def test_what_got_its_first_time_back_is_told_once(planned, pass_time):
    plan(planned, "second")
    plan(planned, "first")

    assert pass_time(days=2) == [planned.slug]
    assert len(mailbox()) == 1


@pytest.mark.parametrize("change", ["unpublish", "throw_away", "publish"])
def test_what_waits_no_more_is_told_of_by_nobody(planned, pass_time, change):
    getattr(planned, change)()
    db.session.commit()

    assert pass_time() == []
    assert mailbox() == []


def test_what_would_have_appeared_while_its_writer_was_away_is_a_draft(
    ann, planned, pass_time
):
    ann.leave()
    db.session.commit()

    assert pass_time() == []
    assert planned.published_at is None


def test_who_may_write_no_more_publishes_nothing_by_waiting(bob, pass_time):
    post = bob.write(title="Bells", summary="", body="Not yet.")
    plan(post, "first")
    change_site(writing="authors")

    assert pass_time() == []
    assert post.published_at is None


def test_what_is_for_its_writer_alone_is_told_to_nobody_else(planned, pass_time):
    planned.show_to("private")
    db.session.commit()

    assert pass_time() == []
    assert len(mailbox()) == 1


def test_a_post_that_is_gone_is_no_fault(planned, pass_time):
    db.session.delete(planned)
    db.session.commit()
    pass_time()

    assert db.session.scalars(Outbox.failed()).all() == []
    assert deferred() == []
