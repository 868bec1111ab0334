from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.extensions import db
from app.models.columns import now

NOON = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)


def test_now_knows_its_zone():
    assert now().tzinfo is UTC


@pytest.mark.parametrize("hours", [-11, 0, 9])
def test_a_moment_comes_back_in_utc(draft, hours):
    draft.created_at = NOON.astimezone(timezone(timedelta(hours=hours)))
    db.session.commit()
    db.session.refresh(draft)

    assert draft.created_at == NOON
    assert draft.created_at.tzinfo is UTC


def test_no_moment_is_no_moment(draft):
    draft.published_at = None
    db.session.commit()
    db.session.refresh(draft)

    assert draft.published_at is None
