"""What is worn stays, what is not goes."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from app.extensions import db
from app.models import Picture
from app.models.columns import now
from tests.support.database import changes


@pytest.fixture
def sweep(app):
    """Runs the night, two days later."""

    def run():
        old = update(Picture).values(needed_at=now() - timedelta(days=2))
        db.session.execute(old)
        db.session.commit()
        app.test_cli_runner().invoke(args=["prune"], catch_exceptions=False)

    return run


@pytest.mark.parametrize("kind", ["avatar", "banner"])
def test_what_a_profile_shows_stays_with_what_it_was_cut_from(
    show_face, sweep, ann, kind
):
    show_face(ann, kind)

    with changes(Picture, by=0):
        sweep()


def test_what_was_replaced_goes(show_face, sweep, store, ann):
    show_face(ann)
    show_face(ann)

    with changes(Picture, by=-2):
        sweep()

    assert ann.avatar_name in set(store.names())


def test_what_was_taken_off_goes(show_face, sweep, store, ann):
    show_face(ann).submit("form[action$=delete]")

    sweep()

    assert list(store.names()) == []


def test_what_a_profile_shows_cannot_be_deleted(browser, show_face, ann):
    name = show_face(ann).value("name")

    page = browser.visit(f"/media/{name}/edit")

    assert page.shows("or your profile")
    assert not page.select("form[action$=delete]")


def test_with_its_person_it_goes(show_face, sweep, store, ann, bob):
    show_face(ann)
    db.session.delete(ann)
    db.session.commit()

    sweep()

    assert list(store.names()) == []
