import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from app import events
from app.extensions import db
from app.models import Post
from app.models.columns import now
from tests.fixtures.writing import publish


def published():
    return set(db.session.scalars(Post.published()))


def titled(author, title):
    return publish(author, title).slug


def test_a_draft_becomes_public_when_it_is_published(ann, draft):
    draft.publish()

    assert draft.is_published
    assert published() == {draft}


def test_a_draft_is_in_the_drafts_of_its_author_alone(ann, bob, draft, note):
    assert db.session.scalars(Post.drafts_of(ann)).all() == [draft]
    assert db.session.scalars(Post.drafts_of(bob)).all() == []


def test_publishing_twice_changes_nothing(ann, essay):
    before = essay.published_at, essay.slug
    essay.publish()
    db.session.commit()

    assert (essay.published_at, essay.slug) == before
    assert ann.post_count == 1


def test_others_hear_of_it_once(draft):
    heard = []
    with events.post_published.connected_to(heard.append):
        draft.publish()
        draft.publish()

    assert heard == [draft]


def test_a_post_of_tomorrow_is_not_yet_public(essay):
    essay.published_at = now() + timedelta(days=1)

    assert not essay.is_published
    assert published() == set()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The tide tables", "the-tide-tables"),
        ("مرحبا بالعالم", "مرحبا-بالعالم"),
        ("静かな場所", "静かな場所"),
        ("Followers", "followers-1"),
        ("tide " * 39 + "table", "tide-" * 15 + "tide"),
        ("静" * 200, "静" * 80),
    ],
)
def test_the_address_is_made_from_the_title(ann, title, slug):
    assert titled(ann, title) == slug


def test_a_title_of_only_emoji_gets_a_random_address(ann):
    assert re.fullmatch("[0-9a-f]{10}", titled(ann, "🎉🎉"))


@pytest.mark.parametrize(
    "title", ["Tide", "静かな場所", "Feed", "tide " * 39 + "table", "100%_"]
)
def test_the_same_title_gets_a_number(ann, title):
    slugs = [titled(ann, title) for _ in range(3)]

    assert slugs[1:] == [f"{slugs[0]}-2", f"{slugs[0]}-3"]


def test_a_number_that_is_taken_is_left_out(ann):
    assert [titled(ann, t) for t in ("Tide", "Tide 2", "Tide")] == [
        "tide",
        "tide-2",
        "tide-3",
    ]


def test_a_longer_title_takes_no_number_away(ann):
    assert [titled(ann, t) for t in ("Tidemark", "Tide tables", "Tide")][-1] == "tide"


def test_two_authors_may_use_one_title(ann, bob):
    assert titled(ann, "Tide") == titled(bob, "Tide") == "tide"


def test_the_address_of_a_binned_post_is_not_given_away(ann, binned):
    assert titled(ann, binned.title) == "the-tide-tables-2"


def test_a_note_keeps_its_random_address(bob, note):
    assert re.fullmatch("[0-9a-f]{10}", note.slug)


def test_another_title_leaves_the_address_alone(essay):
    essay.revise(title="Other", summary="", body=essay.body)
    essay.publish()

    assert essay.slug == "the-tide-tables"


def test_a_post_has_its_authors_path(essay):
    assert essay.path == "/@ann/the-tide-tables"


def test_a_post_does_not_load_its_author_unasked(essay):
    db.session.expunge_all()
    post = db.session.scalar(select(Post))

    with pytest.raises(Exception, match="lazy='raise'"):
        _ = post.author
