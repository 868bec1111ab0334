import pytest
from sqlalchemy.exc import IntegrityError

from app import events
from app.extensions import db
from app.models import Post, User, homes, timelines
from app.models.audience import AUDIENCES
from app.models.post_count import recount_posts
from tests.fixtures.writing import publish


@pytest.fixture
def shelf(ann, bob):
    """Four posts of Ann's, each for other people."""
    for audience in AUDIENCES:
        publish(ann, audience, to=audience)
    bob.follow(ann)
    db.session.commit()


def titles(query):
    return {post.title for post in db.session.scalars(query)}


def test_lists_show_everybody_what_is_for_everybody(shelf):
    assert titles(Post.published()) == {"public"}
    assert titles(timelines.explore()) == {"public"}
    assert titles(timelines.listed_for(None)) == {"public"}


def test_lists_show_followers_what_is_for_them(shelf, bob, cleo):
    assert titles(timelines.listed_for(bob)) == {"public", "followers"}
    assert titles(timelines.listed_for(cleo)) == {"public"}


def test_whoever_has_the_address_opens_what_is_not_listed(shelf, bob, cleo):
    assert titles(Post.open_to(None)) == {"public", "unlisted"}
    assert titles(Post.open_to(cleo)) == {"public", "unlisted"}
    assert titles(Post.open_to(bob)) == {"public", "unlisted", "followers"}


def test_authors_open_all_of_theirs(shelf, ann):
    assert titles(Post.open_to(ann)) == set(AUDIENCES)


def at_home(reader):
    entries = db.session.scalars(homes.home(), {"reader_id": reader.id})
    return {entry.post.title for entry in entries}


def test_home_shows_what_is_for_followers(shelf, ann, bob, cleo):
    assert at_home(bob) == {"public", "followers"}
    assert at_home(ann) == {"public", "followers"}
    assert at_home(cleo) == set()


def test_a_profile_shows_everyone_what_is_for_them(shelf, ann, bob, cleo):
    assert titles(timelines.by(ann, None)) == {"public"}
    assert titles(timelines.by(ann, cleo)) == {"public"}
    assert titles(timelines.by(ann, bob)) == {"public", "followers"}


def test_authors_see_all_of_theirs_on_their_profile(shelf, ann):
    assert titles(timelines.by(ann, ann)) == set(AUDIENCES)


def test_only_what_is_for_everybody_is_counted(shelf, ann):
    assert ann.post_count == 1


def test_counting_anew_says_the_same(shelf, ann, draft):
    recount_posts(User)
    db.session.refresh(ann)

    assert ann.post_count == 1


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_count_follows_the_audience(ann, essay, audience):
    essay.show_to(audience)
    essay.show_to("public")
    essay.show_to(audience)
    db.session.refresh(ann)

    assert ann.post_count == (audience == "public")


@pytest.mark.parametrize("audience", ["friends", "", "PUBLIC"])
def test_the_table_knows_four_audiences(essay, audience):
    essay.visibility = audience

    with pytest.raises(IntegrityError, match="known_visibility"):
        db.session.flush()


def heard(post, *audiences):
    """How often others hear of ``post`` while it is for these, one after another."""
    told = []
    with events.post_published.connected_to(told.append):
        post.publish()
        for audience in audiences:
            post.show_to(audience)
    return len(told)


@pytest.mark.parametrize(
    ("audiences", "times"),
    [
        (("public",), 1),
        (("followers",), 1),
        (("private",), 0),
        (("unlisted",), 0),
        (("private", "unlisted", "public"), 1),
        (("public", "private", "public", "followers"), 1),
    ],
)
def test_others_hear_once_of_what_they_can_come_across(draft, audiences, times):
    draft.show_to(audiences[0])

    assert heard(draft, *audiences[1:]) == times


@pytest.mark.parametrize("audience", ["private", "unlisted"])
def test_what_nobody_came_across_is_new_when_it_is_shown(ann, audience):
    post = publish(ann, "Late", to=audience)
    before = post.published_at
    post.show_to("public")

    assert post.published_at > before
    assert post.announced_at == post.published_at


def test_what_was_on_lists_keeps_its_place(essay):
    before = essay.published_at
    for audience in ("private", "public"):
        essay.show_to(audience)

    assert essay.published_at == before
