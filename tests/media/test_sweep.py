from datetime import timedelta

import pytest
from sqlalchemy import delete

from app.extensions import db
from app.models import Picture, PictureUse, Post, User
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.database import changes


@pytest.fixture
def run(app):
    """Runs a command and gives what it said."""
    runner = app.test_cli_runner()
    return lambda *words: runner.invoke(args=words, catch_exceptions=False).output


@pytest.fixture
def old(heron):
    """Ann's heron, brought two days ago."""
    heron.needed_at = now() - timedelta(days=2)
    db.session.commit()
    return heron


@pytest.fixture
def wave(bring, bob):
    """Bob's picture, which stays."""
    bring(bob, alt="A wave")
    return db.session.scalars(db.select(Picture).where(Picture.user_id == bob.id)).one()


def test_what_nothing_shows_goes_after_a_day_with_its_files(run, store, old, wave):
    with changes(Picture, by=-1):
        assert "1 × picture" in run("prune")

    assert list(store.names()) == [wave.name]


def test_what_is_younger_stays(run, store, heron):
    with changes(Picture, by=0):
        run("prune")

    assert list(store.names()) == [heron.name]


def test_what_a_draft_shows_stays(run, ann, old):
    ann.write(title="Draft", summary="", body=f"![]({old.path()})")
    db.session.commit()

    with changes(Picture, by=0):
        run("prune")


def test_what_an_older_text_showed_stays_as_long_as_the_post(run, ann, old):
    post = publish(ann, "Herons", body=f"![]({old.path()})")
    post.revise(title="Herons", summary="", body="No more.")
    db.session.commit()

    with changes(Picture, by=0):
        run("prune")


def test_when_the_post_is_gone_for_good_they_go_too(run, ann, old):
    post = publish(ann, "Herons", body=f"![]({old.path()})")
    db.session.execute(delete(Post).where(Post.id == post.id))
    old.needed_at = now() - timedelta(days=2)
    db.session.commit()

    with changes(Picture, by=-1):
        run("prune")


def test_with_its_person_everything_goes(run, store, ann, heron, wave):
    db.session.execute(delete(User).where(User.id == ann.id))
    db.session.commit()

    run("prune")

    assert list(store.names()) == [wave.name]


def test_a_rehearsal_removes_nothing(run, store, old):
    with changes(Picture, by=0):
        run("prune", "--dry-run")

    assert list(store.names()) == [old.name]


def test_what_a_crash_left_is_found(run, store, heron):
    store.put("a" * 26, "480.webp", b"ink")

    assert "of 1 pictures" in run("media", "sweep", "--dry-run")
    assert "of 1 pictures" in run("media", "sweep")
    assert list(store.names()) == [heron.name]


def strays(store, count):
    for number in range(count):
        store.put(f"{number:026}", "480.webp", b"ink")
    return count


def test_a_database_that_was_lost_takes_no_picture_with_it(run, store, caplog):
    count = strays(store, 3)

    run("prune")

    assert len(list(store.names())) == count
    assert "Is it the right database?" in caplog.text


@pytest.mark.parametrize(("count", "left"), [(20, 1), (21, 22)])
def test_a_database_that_knows_few_of_many_takes_none(run, store, heron, count, left):
    strays(store, count)

    run("prune")

    assert len(list(store.names())) == left


def test_who_looks_and_is_sure_may_remove_them_all(run, store):
    strays(store, 3)

    assert "Is it the right database?" in run("media", "sweep")
    assert "Gone: files of 3 pictures" in run("media", "sweep", "--all")
    assert list(store.names()) == []


def test_what_is_missing_is_named(run, store, heron):
    store.delete(heron.name)

    said = run("media", "sweep", "--dry-run")

    assert f"Missing: {heron.name}/600.webp" in said


def test_the_night_goes_on_where_the_store_is_away(run, store, old, monkeypatch):
    monkeypatch.setattr(store, "folder", store.folder / "gone")

    with changes(Picture, by=-1):
        run("prune")


def test_a_picture_is_noted_once_for_each_post(ann, heron):
    twice = f"![]({heron.path()})\n\n![]({heron.path('600.webp')})"

    with changes(PictureUse, by=1):
        post = publish(ann, "Herons", body=twice)
        post.revise(title="Herons", summary="", body=f"{twice} More.")
        db.session.commit()


@pytest.mark.parametrize(
    ("field", "words"), [("body", "![](/media/%s)"), ("cover_name", "%s")]
)
def test_what_is_typed_over_a_post_keeps_its_pictures(run, ann, old, field, words):
    post = publish(ann, "Herons", body="None yet.")
    db.session.refresh(post, ["working_copy"])
    post.put_aside({field: [words % old.name]}, over=post.version)
    db.session.commit()

    with changes(Picture, by=0):
        run("prune")
