from datetime import timedelta

import pytest
from sqlalchemy import update

from app.extensions import db
from app.models import Post, User
from app.models.bin import KEPT
from app.models.columns import now
from app.models.post_count import recount_posts
from tests.support.database import changes


def binned_by(person):
    return db.session.scalars(Post.binned_by(person)).all()


def throw_away(post, ago):
    post.throw_away()
    post.deleted_at = now() - ago
    db.session.commit()


def test_what_is_thrown_away_is_kept_for_its_author_alone(ann, bob, binned):
    assert binned_by(ann) == [binned]
    assert binned_by(bob) == []
    assert db.session.scalars(Post.published()).all() == []


def test_a_thrown_away_post_does_not_count(ann, essay):
    essay.throw_away()
    db.session.flush()

    assert ann.post_count == 0


def test_throwing_away_twice_counts_once(ann, binned):
    since = binned.deleted_at
    binned.throw_away()
    db.session.flush()

    assert ann.post_count == 0
    assert binned.deleted_at == since


def test_what_is_taken_back_is_public_and_counts_again(ann, binned):
    binned.take_back()
    db.session.flush()

    assert ann.post_count == 1
    assert db.session.scalars(Post.published()).all() == [binned]


def test_taking_back_what_is_not_binned_changes_nothing(ann, essay):
    essay.take_back()
    db.session.flush()

    assert ann.post_count == 1


def test_a_draft_counts_neither_before_nor_after(ann, draft):
    draft.throw_away()
    draft.take_back()
    db.session.flush()

    assert ann.post_count == 0
    assert db.session.scalars(Post.drafts_of(ann)).all() == [draft]


def test_a_binned_draft_is_no_draft(ann, draft):
    draft.throw_away()

    assert db.session.scalars(Post.drafts_of(ann)).all() == []
    assert binned_by(ann) == [draft]


@pytest.mark.parametrize(
    ("ago", "removed"),
    [
        (timedelta(0), 0),
        (KEPT - timedelta(minutes=1), 0),
        (KEPT + timedelta(seconds=1), 1),
    ],
)
def test_after_thirty_days_it_is_gone_for_good(ann, essay, note, ago, removed):
    throw_away(essay, ago)

    with changes(Post, by=-removed):
        db.session.execute(Post.removal())

    assert len(binned_by(ann)) == 1 - removed


def test_what_is_too_old_is_out_of_the_bin_before_it_is_removed(ann, essay):
    throw_away(essay, KEPT + timedelta(seconds=1))

    assert binned_by(ann) == []


def test_the_author_sees_until_when_it_is_kept(binned, note):
    assert binned.kept_until == binned.deleted_at + timedelta(days=30)
    assert note.kept_until is None


def test_a_recount_repairs_the_counter(ann, bob, binned, note):
    db.session.execute(update(User).values(post_count=7))

    recount_posts(User)
    db.session.refresh(ann)
    db.session.refresh(bob)

    assert (ann.post_count, bob.post_count) == (0, 1)
