from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import undefer_group

from app.extensions import db
from app.models import Revision
from app.models.columns import now
from tests.fixtures.writing import publish

TOMORROW = timedelta(days=1)


def kept(post):
    """The bodies that were kept of ``post``, oldest first."""
    rows = post.revisions().order_by(Revision.number)
    return [
        row.body for row in db.session.scalars(rows.options(undefer_group("whole")))
    ]


def seen(post):
    """The numbers of those that readers have seen."""
    return sorted(row.number for row in db.session.scalars(post.history()))


def say(post, body):
    post.revise(**post.words | {"body": body})
    db.session.flush()


def test_what_is_published_is_kept(essay):
    assert kept(essay) == ["High water *again*."]


def test_so_is_each_text_that_replaces_it(essay):
    say(essay, "Two.")
    say(essay, "Three.")

    assert kept(essay) == ["High water *again*.", "Two.", "Three."]
    assert seen(essay) == [1, 2, 3]


def test_the_same_text_is_kept_once(essay):
    essay.keep_text()
    essay.keep_text()

    assert kept(essay) == [essay.body]


def test_a_draft_keeps_nothing(draft):
    say(draft, "Another.")

    assert kept(draft) == []


def test_what_is_replaced_in_a_conflict_is_kept_of_a_draft_too(draft):
    say(draft, "Newer.")
    draft.accept(draft.words | {"body": "Mine."}, over=1, replacing=draft.version)

    assert kept(draft) == ["Newer."]
    assert seen(draft) == []


def test_a_draft_that_is_published_as_it_was_kept_is_one_revision(draft):
    draft.keep_text()
    draft.publish()

    assert kept(draft) == ["Not yet."]
    assert seen(draft) == [1]


def test_restoring_makes_an_old_text_the_newest(essay):
    say(essay, "Two.")
    first = db.session.scalar(essay.revisions().where(Revision.number == 1))
    essay.restore(first)

    assert kept(essay) == ["High water *again*.", "Two.", "High water *again*."]
    assert essay.body == "High water *again*."
    assert essay.keep_text().restored_from == 1


def test_restoring_a_draft_keeps_what_it_said(draft):
    old = draft.keep_text()
    say(draft, "Newer.")
    draft.restore(old)

    assert kept(draft) == ["Not yet.", "Newer.", "Not yet."]


def test_restoring_the_present_text_changes_nothing(essay):
    version = essay.version
    essay.restore(essay.keep_text())

    assert (essay.version, len(kept(essay))) == (version, 1)


def test_the_bin_loses_no_revision(essay):
    say(essay, "Two.")
    essay.throw_away()
    essay.take_back()
    db.session.flush()

    assert len(kept(essay)) == 2


def test_they_go_with_the_post(essay):
    db.session.delete(essay)
    db.session.flush()

    assert db.session.scalars(select(Revision)).all() == []


def test_a_number_is_given_once(essay):
    db.session.add(Revision(post_id=essay.id, number=1, **essay.words))

    with pytest.raises(IntegrityError):
        db.session.flush()


def test_what_is_to_appear_is_seen_when_it_does(ann):
    post = publish(ann, "Tomorrow", ago=-TOMORROW)
    say(post, "As it will be.")

    assert seen(post) == [1]
    newest = post.keep_text()
    assert newest.published_at == post.published_at


def test_what_was_to_appear_and_was_changed_before_is_never_seen(ann):
    post = publish(ann, "Tomorrow", ago=-TOMORROW)
    say(post, "First thought.")
    say(post, "Second thought.")
    post.published_at = now()
    say(post, "Third thought.")

    rows = db.session.scalars(post.revisions().order_by(Revision.number)).all()
    assert [row.published_at is None for row in rows] == [False, True, True, False]


def test_what_was_taken_back_before_its_time_is_never_seen(draft):
    draft.publish(at=now() + TOMORROW)
    draft.unpublish()
    db.session.flush()

    (row,) = db.session.scalars(draft.revisions())
    assert row.published_at is None


def test_nor_is_what_was_thrown_away_before_its_time(draft):
    draft.publish(at=now() + TOMORROW)
    draft.throw_away()
    db.session.flush()

    (row,) = db.session.scalars(draft.revisions())
    assert row.published_at is None


def test_what_was_private_was_seen_by_nobody(ann):
    post = publish(ann, "Private", "One.", to="private")
    say(post, "Two.")
    post.show_to("public")
    db.session.flush()

    assert kept(post) == ["One.", "Two."]
    assert seen(post) == [2]


def test_unpublishing_loses_no_revision(essay):
    say(essay, "Two.")
    essay.unpublish()
    essay.publish()
    db.session.flush()

    assert seen(essay) == [1, 2]


@pytest.mark.parametrize(
    ("body", "counts"),
    [
        ("High water *once again*.", (1, 0)),
        ("High *again*.", (0, 1)),
        ("Low water *again*.", (1, 1)),
        ("High water, *again*.", (0, 0)),
    ],
)
def test_each_says_how_many_words_came_and_went(essay, body, counts):
    say(essay, body)
    newest = essay.keep_text()

    assert (newest.words_added, newest.words_removed) == counts


def test_the_first_counts_all_its_words(essay):
    first = essay.keep_text()

    assert (first.words_added, first.words_removed) == (8, 0)


def test_a_published_text_is_compared_with_what_readers_saw(ann, draft):
    draft.publish()
    draft.published_at = None
    say(draft, "Nobody sees this.")
    draft.keep_text()
    draft.published_at = now()
    say(draft, "Not now.")

    newest = draft.keep_text()
    assert db.session.scalar(newest.before()).number == 1
    assert (newest.words_added, newest.words_removed) == (1, 1)
