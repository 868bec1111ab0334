"""Who sees what somebody shows of themselves."""

import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Picture
from tests.support.database import queries


@pytest.fixture
def stranger(app):
    """Somebody without any cookie."""
    return app.test_client()


@pytest.fixture
def face(show_face, ann):
    """The part of a picture that Ann shows."""
    show_face(ann)
    return db.session.scalar(select(Picture).where(Picture.is_part))


@pytest.fixture
def original(face):
    """What it was cut from."""
    return db.session.scalar(select(Picture).where(~Picture.is_part))


def test_everybody_sees_it_and_caches_keep_it(stranger, face):
    answer = stranger.get(face.path("96.webp"))

    assert (answer.status_code, answer.mimetype) == (200, "image/webp")
    assert answer.headers["Cache-Control"] == "public, max-age=86400"


def test_it_costs_one_statement(stranger, face):
    with queries(at_most=1):
        stranger.get(face.path("96.webp"))


def test_what_was_cut_away_is_seen_by_its_owner_alone(browser, stranger, original):
    path = original.path(original.largest)

    statuses = [client.get(path).status_code for client in (browser.client, stranger)]

    assert statuses == [200, 404]


def test_nobody_sees_it_while_its_person_is_away(stranger, ann, face):
    ann.leave()
    db.session.commit()

    assert stranger.get(face.path("96.webp")).status_code == 404


def test_what_is_taken_off_is_seen_no_more(stranger, ann, face):
    ann.take_off("avatar")
    db.session.commit()

    assert stranger.get(face.path("96.webp")).status_code == 404


@pytest.mark.parametrize("path", ["/settings/profile/face/", "/settings/profile/x"])
def test_there_is_nothing_else_to_show(browser, ann, path):
    assert browser.sign_in(ann).visit(path).status == 404


def test_a_list_asks_nothing_more_for_it(browser, show_face, ann, essay, client):
    with queries(at_most=4):
        client.get("/explore/")
    show_face(ann)
    browser.forget_cookies()

    with queries(at_most=4):
        client.get("/explore/")
