"""What is full or away: nothing half is left, and the page says what to do."""

import pytest

from app.lib import imaging
from app.lib.stores import StoreFailed, StoreFull
from app.models import Picture
from tests.support.database import changes
from tests.support.pictures import room_for_one


@pytest.fixture
def breaks(store, monkeypatch):
    """Has the store fail after two files."""

    def breaks(error):
        keep, left = store.put, [1, 1]

        def put(name, file, data):
            if not left:
                raise error
            left.pop()
            keep(name, file, data)

        monkeypatch.setattr(store, "put", put)

    return breaks


@pytest.mark.parametrize(
    ("error", "words"),
    [(StoreFull("full"), "no room left"), (StoreFailed("away"), "in a few minutes")],
)
def test_where_files_cannot_be_kept_nothing_is_left(
    bring, ann, store, breaks, error, words
):
    breaks(error)

    with changes(Picture, by=0):
        page = bring(ann)

    assert (page.status, words in page.text("[role=alert]")) == (422, True)
    assert list(store.names()) == []


def test_the_words_of_who_is_out_of_luck_are_not_lost(bring, ann, breaks):
    breaks(StoreFull("full"))

    assert bring(ann, alt="A heron").value("alt") == "A heron"


def test_what_one_member_may_keep_is_limited(bring, ann, app, monkeypatch):
    monkeypatch.setitem(app.config, "MEDIA_QUOTA", room_for_one())
    bring(ann)

    with changes(Picture, by=0):
        page = bring(ann)

    assert page.shows("Delete some that you no longer show")


def test_what_others_keep_does_not_count(bring, ann, bob, app, monkeypatch):
    monkeypatch.setitem(app.config, "MEDIA_QUOTA", room_for_one())
    bring(ann)

    with changes(Picture, by=1):
        bring(bob)


def test_while_others_pictures_are_made_for_long_one_is_told_so(
    bring, ann, monkeypatch
):
    monkeypatch.setattr("app.lib.imaging.PATIENCE", 0)

    with imaging._one_at_a_time:
        page = bring(ann)

    assert page.shows("Try again in a minute")
