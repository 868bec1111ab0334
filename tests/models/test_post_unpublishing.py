from datetime import timedelta

import pytest

from app import events
from app.extensions import db
from app.models import Post, User
from app.models.columns import now
from app.models.post_count import recount_posts
from tests.fixtures.writing import publish

SOON = timedelta(hours=1)


@pytest.fixture
def planned(ann, draft):
    """A post of Ann's that appears in an hour."""
    draft.publish(at=now() + SOON)
    db.session.commit()
    return draft


def pass_time(post):
    """The moment has come, as if the clock had gone on."""
    post.published_at -= SOON * 2
    db.session.commit()


def test_what_is_planned_is_seen_when_its_time_comes(planned):
    assert not db.session.scalars(Post.published()).all()

    pass_time(planned)

    assert db.session.scalars(Post.published()).all() == [planned]


def test_what_is_planned_counts_when_it_is_noticed(ann, planned):
    assert ann.post_count == 0

    pass_time(planned)
    planned.settle()
    planned.settle()

    db.session.refresh(ann)
    assert ann.post_count == 1


def test_others_hear_of_it_when_it_is_noticed(planned):
    heard = []
    with events.post_published.connected_to(heard.append):
        planned.settle()
        pass_time(planned)
        planned.settle()

    assert heard == [planned]
    assert planned.announced_at == planned.published_at


def test_counting_anew_finds_what_appeared_unnoticed(ann, planned):
    pass_time(planned)
    recount_posts(User)
    db.session.refresh(ann)
    db.session.refresh(planned)
    planned.settle()

    db.session.refresh(ann)
    assert ann.post_count == 1


def test_what_is_binned_before_it_is_noticed_is_counted_never(ann, planned):
    pass_time(planned)
    planned.throw_away()

    db.session.refresh(ann)
    assert ann.post_count == 0


def test_another_time_replaces_the_first(planned):
    later = now() + 2 * SOON
    planned.publish(at=later)

    assert planned.published_at == later


def test_publishing_now_does_not_wait(planned):
    planned.publish()

    assert planned.is_published
    assert planned.announced_at == planned.published_at


def test_what_is_planned_keeps_its_address(planned):
    planned.revise(title="Another", summary="", body="x")
    planned.publish(at=now() + 2 * SOON)

    assert planned.slug == "draft"


def test_what_nobody_saw_keeps_its_address_too(planned):
    planned.move_to("chosen")
    planned.unpublish()
    planned.publish()

    assert planned.slug == "chosen"


@pytest.mark.parametrize("audience", ["public", "unlisted"])
def test_what_is_taken_back_is_a_draft_that_keeps_its_address(ann, audience):
    post = publish(ann, "Tides", to=audience)
    post.unpublish()
    post.revise(title="Other", summary="", body="x")
    db.session.flush()

    assert db.session.scalars(Post.drafts_of(ann)).all() == [post]
    post.publish()
    assert post.slug == "tides"


def test_what_is_taken_back_is_not_counted(ann, essay):
    essay.unpublish()
    essay.unpublish()
    db.session.refresh(ann)

    assert ann.post_count == 0


def test_what_returns_stands_where_it_stood_and_nobody_is_told(ann, essay):
    before, heard = essay.announced_at, []
    with events.post_published.connected_to(heard.append):
        essay.unpublish()
        essay.publish()

    assert (essay.published_at, heard) == (before, [])
    assert ann.post_count == 1


def test_readers_of_what_returns_learn_that_it_was_changed(essay):
    essay.unpublish()
    essay.revise(title=essay.title, summary="", body="Other words.")
    essay.publish()

    assert essay.edited_at is not None


def test_the_bin_keeps_the_plan(planned):
    plan = planned.published_at
    planned.throw_away()
    planned.take_back()

    assert planned.published_at == plan


def test_what_should_have_appeared_from_the_bin_waits_as_a_draft(ann, planned):
    planned.throw_away()
    planned.published_at = now()
    planned.take_back()
    db.session.flush()

    assert db.session.scalars(Post.drafts_of(ann)).all() == [planned]


@pytest.mark.parametrize("audience", ["public", "unlisted", "followers", "private"])
def test_the_bin_keeps_the_audience(ann, audience):
    post = publish(ann, "Tides", to=audience)
    post.throw_away()
    post.take_back()

    assert (post.visibility, post.is_published) == (audience, True)
