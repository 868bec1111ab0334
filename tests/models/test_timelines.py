from datetime import timedelta

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import InvalidRequestError

from app.extensions import db
from app.models import Post, homes, timelines
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.database import queries


def shown(timeline):
    """The titles and notes on a screen, in the order of the alphabet."""
    return sorted(post.title or post.excerpt for post in db.session.scalars(timeline))


@pytest.fixture
def texts(ann, bob, cleo, draft):
    """Ann, Bob and Cleo have published; Ann has a draft and something in the bin."""
    publish(ann, "Of Ann")
    publish(bob, "Of Bob")
    publish(cleo, "Of Cleo")
    publish(bob, "Of tomorrow").published_at = now() + timedelta(days=1)
    publish(ann, "Binned").throw_away()
    ann.follow(bob)
    db.session.commit()


def at_home(reader):
    entries = db.session.scalars(homes.home(), {"reader_id": reader.id})
    return sorted(entry.post.title for entry in entries)


def test_home_shows_what_one_wrote_and_whom_one_follows(texts, ann):
    assert at_home(ann) == ["Of Ann", "Of Bob"]


def test_home_of_who_follows_nobody_shows_their_own(texts, cleo):
    assert at_home(cleo) == ["Of Cleo"]


def test_home_forgets_who_was_unfollowed(texts, ann, bob):
    ann.unfollow(bob)

    assert at_home(ann) == ["Of Ann"]


def test_explore_shows_what_everybody_published(texts):
    assert shown(timelines.explore()) == ["Of Ann", "Of Bob", "Of Cleo"]


def test_a_profile_shows_what_its_person_published(texts, bob):
    assert shown(timelines.by(bob, None)) == ["Of Bob"]


def test_drafts_and_bin_belong_to_their_author(texts, ann):
    assert shown(timelines.drafts(ann)) == ["Draft"]
    assert shown(timelines.binned(ann)) == ["Binned"]


@pytest.mark.parametrize("timeline", [timelines.drafts, timelines.binned])
def test_nobody_sees_those_of_others(texts, cleo, timeline):
    assert shown(timeline(cleo)) == []


def test_a_list_brings_its_authors_along(texts):
    db.session.expunge_all()

    with queries(at_most=1):
        paths = {post.path for post in db.session.scalars(timelines.explore())}

    assert paths == {"/@ann/of-ann", "/@bob/of-bob", "/@cleo/of-cleo"}


@pytest.mark.parametrize("whole", ["body", "body_html"])
def test_a_list_leaves_whole_texts_in_the_database(essay, whole):
    db.session.expunge_all()
    post = db.session.scalar(timelines.explore())

    assert whole in inspect(post).unloaded


def test_a_list_leaves_what_profiles_tell_in_the_database(essay):
    db.session.expunge_all()
    author = db.session.scalar(timelines.explore()).author

    assert {"bio", "bio_html", "location", "links"} <= inspect(author).unloaded


def test_a_list_knows_nothing_of_accounts(essay):
    db.session.expunge_all()
    author = db.session.scalar(timelines.explore()).author

    with pytest.raises(InvalidRequestError, match="lazy='raise'"):
        _ = author.account


def plan_of(query):
    """How the database means to answer, as if its tables were large."""
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(text("SET LOCAL enable_seqscan = off"))
        db.session.execute(text("SET LOCAL enable_sort = off"))
    words = query.compile(db.session.get_bind(), compile_kwargs={"literal_binds": True})
    ask = "EXPLAIN QUERY PLAN" if "sqlite" in str(db.engine.dialect.name) else "EXPLAIN"
    return "\n".join(str(row) for row in db.session.execute(text(f"{ask} {words}")))


def test_a_list_is_read_in_its_order_and_not_sorted(essay):
    newest = Post.published_at.desc(), Post.id.desc()
    query = timelines.explore().with_only_columns(Post.id).order_by(*newest)

    assert "ix_post_listed " in plan_of(query.limit(20))


def test_a_profile_is_read_in_its_order_and_not_sorted(essay, ann):
    newest = Post.published_at.desc(), Post.id.desc()
    query = timelines.by(ann, None).with_only_columns(Post.id).order_by(*newest)

    plan = plan_of(query.limit(20))
    # For a single row PostgreSQL may as well take the index of all lists.
    assert "ix_post_listed" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan
