"""Where a post stands among the popular: a moment that the database keeps itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Computed
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql.expression import ColumnElement

from app.lib.popularity import REPOST, RUNGS, STEP
from app.models.columns import UTCDateTime

_POINTS: Final = f"like_count + {REPOST} * repost_count"
_STEPS: Final = " ".join(
    f"WHEN {_POINTS} >= {rung} THEN {step}"
    for step, rung in reversed([*enumerate(RUNGS, start=1)])
)
_HOURS: Final = f"CASE {_STEPS} END * {STEP.total_seconds() / 3600:.0f}"


class _WarmAt(ColumnElement[datetime]):
    """The formula of ``app/lib/popularity.py``; empty for what nobody likes yet."""

    inherit_cache = True
    type = UTCDateTime()


@compiles(_WarmAt, "sqlite")
def _on_sqlite(_element: _WarmAt, _compiler: Any, **_: Any) -> str:
    # In the very form in which SQLAlchemy writes a moment: as texts they are compared.
    return f"strftime('%Y-%m-%d %H:%M:%f000', published_at, ({_HOURS}) || ' hours')"


@compiles(_WarmAt, "postgresql")
def _on_postgresql(_element: _WarmAt, _compiler: Any, **_: Any) -> str:
    # Without a zone: a day with one can have 23 hours, so the sum would not lie still.
    later = f"(published_at AT TIME ZONE 'UTC') + ({_HOURS}) * INTERVAL '1 hour'"
    return f"({later}) AT TIME ZONE 'UTC'"


class Warmed:
    """The part of a post that knows where it stands among the popular.

    A generated column: whoever changes a counter or the moment of publication, in
    whatever statement, changes it too, and nobody has to set it right.
    """

    warm_at: Mapped[datetime | None] = mapped_column(
        UTCDateTime, Computed(_WarmAt()), deferred=True
    )
