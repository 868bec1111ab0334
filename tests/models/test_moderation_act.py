from datetime import timedelta

import pytest

from app import events
from app.extensions import db
from app.models import Limitation, ModerationAct, Post, timelines
from app.models.columns import now
from tests.support.database import changes, fresh

WEEK = timedelta(days=7)


def found(posts):
    return db.session.scalars(posts).all()


def test_a_hidden_post_is_on_no_list_and_not_counted(ann, bob, matter, note):
    ann.judge(bob, "hide", matter=matter)
    db.session.commit()

    assert not found(timelines.explore())
    assert not found(Post.open_to(bob))
    assert fresh(bob).post_count == 0


def test_a_restored_post_is_back_as_it_was(ann, bob, matter, note):
    before = note.published_at
    ann.judge(bob, "hide", matter=matter)
    ann.judge(bob, "restore", matter=matter)
    db.session.commit()

    assert found(timelines.explore()) == [note]
    assert (fresh(bob).post_count, fresh(note).published_at) == (1, before)


def test_an_act_settles_its_matter(ann, bob, matter):
    ann.judge(bob, "dismiss", matter=matter)

    assert fresh(matter).is_settled


def test_an_act_is_told_to_whoever_listens(ann, bob, matter):
    heard = []
    with events.moderated.connected_to(heard.append):
        act = ann.judge(bob, "warn", matter=matter, message="Careful.")

    assert heard == [act]


def test_nothing_is_said_to_whoever_did_nothing_wrong(ann, bob, matter):
    act = ann.judge(bob, "dismiss", matter=matter, message="Hello.")

    assert (act.message, act.is_told) == ("", False)


def test_who_reported_waits_for_an_answer_but_not_from_themselves(
    ann, bob, cleo, matter, note
):
    ann.report(note, "spam", "")
    act = ann.judge(bob, "warn", matter=matter)

    assert found(act.reporters()) == [cleo]


def test_nobody_is_answered_twice_about_one_matter(ann, bob, cleo, dan, matter):
    acts = [one.judge(bob, "warn", matter=matter) for one in (dan, ann)]

    assert [found(act.reporters()) for act in acts] == [[cleo], []]


def test_a_limit_has_an_end(dan, bob):
    dan.judge(bob, "limit", until=now() + WEEK)

    assert bob.limitation().until > now()


def test_a_limit_that_is_over_is_none(bob):
    bob.limit(now() - WEEK)

    assert bob.limitation() is None


def test_a_limit_is_lifted(dan, bob):
    dan.judge(bob, "limit")

    with changes(Limitation, by=-1):
        dan.judge(bob, "unlimit")


@pytest.mark.parametrize(
    ("judge", "other", "may"),
    [
        ("dan", "bob", True),
        ("ann", "dan", True),
        ("dan", "ann", False),
        ("dan", "dan", False),
        ("ann", "ann", False),
        ("bob", "cleo", False),
    ],
)
def test_who_may_judge_whom(ann, bob, cleo, dan, judge, other, may):
    cast = {"ann": ann, "bob": bob, "cleo": cleo, "dan": dan}

    assert cast[judge].may_judge(cast[other]) is may


def test_an_act_outlives_its_moderator_and_the_post(dan, bob, matter, note):
    dan.judge(bob, "hide", matter=matter)
    db.session.commit()
    for row in (dan, note):
        db.session.delete(row)
    db.session.commit()
    db.session.expire_all()

    act = db.session.scalars(db.select(ModerationAct)).one()
    assert (act.moderator_id, act.matter_id, act.what) == (None, None, "hide")
