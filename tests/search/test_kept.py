"""The index says what posts and people say, from the same moment on."""

from datetime import timedelta

import pytest
from sqlalchemy import delete

from app.extensions import db
from app.lib.search_query import parsed
from app.models import PersonEntry, Post, PostEntry, User, search_walks, searches
from tests.fixtures.writing import publish
from tests.support.database import changes


def found(typed, reader=None):
    return [hit.key for hit in searches.best_posts(parsed(typed), reader)]


def test_another_text_is_found_by_its_words_alone(essay):
    essay.revise(title="Eels", summary="", body="Nothing of the kind.")
    db.session.commit()

    assert found("eels") == [essay.id]
    assert found("water") == found("tide") == found("waiting") == []


def test_new_tags_are_found_and_old_ones_are_not(essay):
    essay.tag_with(["Sea"])
    essay.tag_with(["Land"])
    db.session.commit()

    assert found("tag:land") == found("land") == [essay.id]
    assert found("tag:sea") == found("sea") == []


def test_a_hashtag_in_the_text_is_a_tag(ann):
    post = publish(ann, body="By the #sea.")

    assert found("tag:sea") == [post.id]


def test_what_is_rolled_back_was_never_there(essay):
    essay.revise(title="Eels", summary="", body="")
    db.session.flush()
    db.session.rollback()

    assert found("eels") == []
    assert found("tide") == [essay.id]


def test_another_time_is_another_place(ann):
    first, second = publish(ann, body="Rain."), publish(ann, body="Rain.")
    first.published_at = second.published_at.replace(year=2020)
    db.session.commit()

    assert found("rain before:2021") == [first.id]
    assert found("rain after:2021") == [second.id]


def test_a_draft_is_found_by_who_writes_it_and_nobody_else(draft, ann, bob):
    assert found("in:drafts yet", ann) == [draft.id]
    assert found("in:drafts yet", bob) == found("in:drafts yet") == []
    assert found("yet", ann) == []


def test_what_was_saved_is_found_among_it(essay, note, bob):
    bob.save(essay)
    db.session.commit()

    assert found("in:saved again", bob) == found("in:saved", bob) == [essay.id]
    assert found("in:saved raisin", bob) == []


@pytest.mark.parametrize("entry", [PostEntry, PersonEntry])
def test_entries_go_with_what_they_are_of(essay, ann, entry):
    with changes(entry, by=-1):
        db.session.execute(delete(User).where(User.id == ann.id))

    assert found("tide") == []


def test_a_post_that_is_removed_for_good_is_found_no_more(essay):
    with changes(PostEntry, by=-1):
        db.session.execute(delete(Post).where(Post.id == essay.id))

    assert found("tide") == []


def test_operators_alone_list_the_newest_first(ann, bob, essay):
    last = publish(ann, body="Last.", ago=timedelta())

    assert found("from:ann") == [last.id, essay.id]
    assert found("from:me", ann) == found("from:@Ann", bob) == [last.id, essay.id]
    assert found("after:2020 -last") == [essay.id]


def test_newest_first_is_a_select_that_others_list(ann, essay):
    last = publish(ann, body="High tide.", ago=timedelta())

    listed = db.session.scalars(searches.posts(parsed("high -rain"), None)).all()

    assert listed == [last, essay]


@pytest.fixture
def few(monkeypatch):
    """As if two were many."""
    monkeypatch.setattr(search_walks, "RANKED", 2)
    search_walks.of_posts.cache_clear()
    yield
    search_walks.of_posts.cache_clear()


def test_of_many_the_newest_are_ranked_and_titles_however_old(ann, few):
    ages = [timedelta(days=days) for days in (9, 8, 7, 6)]
    titled, *_lost, newer, newest = [
        publish(ann, "" if n else "Tide", "The tide.", ago=ago)
        for n, ago in enumerate(ages)
    ]

    assert found("tide") == [titled.id, newest.id, newer.id]
