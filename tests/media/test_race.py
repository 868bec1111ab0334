"""Two uploads at once: the second counts the first."""

from io import BytesIO

import pytest
from sqlalchemy import func, select

from app.extensions import db
from app.models import Picture
from tests.fixtures.cast import join
from tests.support.pictures import photo, room_for_one


@pytest.fixture
def ann_brings(race):
    """Brings a picture of Ann's, in a browser that is signed in already."""
    with race.app.app_context():
        ann = join("ann", "Ann Okafor", role="admin")
    pages = [race.browser(ann).visit("/media/") for _ in range(3)]
    return [
        lambda page=page: (
            page.submit("form[enctype]", picture=(BytesIO(photo()), "a.jpg")).status
        )
        for page in pages
    ]


def test_together_they_take_no_more_than_one_may(race, ann_brings, monkeypatch):
    monkeypatch.setitem(race.app.config, "MEDIA_QUOTA", room_for_one())

    statuses = race.run(*ann_brings)

    assert sorted(statuses) == [200, 422, 422]
    with race.app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Picture)) == 1
