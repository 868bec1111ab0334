"""What somebody told the moderators of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Final

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Select,
    String,
    UniqueConstraint,
    func,
    select,
)
from sqlalchemy.orm import (
    Mapped,
    column_property,
    contains_eager,
    joinedload,
    mapped_column,
    relationship,
)

from app import events
from app.extensions import db
from app.models.columns import Key, Moment, Words
from app.models.matter import Matter, Reportable
from app.models.rows import add_once

if TYPE_CHECKING:
    from app.models.user import User

REASONS: Final = ("spam", "harassment", "harmful", "illegal", "rules", "other")
WORDS_LONGEST: Final = 2000


class Report(db.Model):
    TOLD: ClassVar = ("kind", "reason", "words", "created_at")
    OWNER: ClassVar = "reporter_id"

    id: Mapped[Key]
    matter_id: Mapped[int] = mapped_column(ForeignKey("matter.id", ondelete="CASCADE"))
    # Told to nobody but moderators; empty when the reporter has left for good.
    reporter_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    reason: Mapped[str] = mapped_column(String(20))
    words: Mapped[Words]
    created_at: Mapped[Moment]

    kind: Mapped[str] = column_property(
        select(Matter.kind)
        .where(Matter.id == matter_id)
        .correlate_except(Matter)
        .scalar_subquery()
    )
    matter: Mapped[Matter] = relationship(lazy="raise")
    reporter: Mapped[User | None] = relationship(lazy="raise")

    __table_args__ = (
        CheckConstraint(f"reason IN {REASONS}", name="known_reason"),
        # Once for each person while it waits; what is settled may be told anew.
        UniqueConstraint("matter_id", "reporter_id"),
        Index(None, "matter_id", "created_at", "id"),
    )

    @classmethod
    def of(cls, matter: Matter) -> Select[Report]:
        """What was said against it, and by whom, the newest first."""
        found = select(cls).options(joinedload(cls.reporter))
        found = found.where(cls.matter_id == matter.id)
        return found.order_by(cls.created_at.desc(), cls.id.desc())

    @classmethod
    def reasons_of(cls, matters: Iterable[Matter]) -> Select[int, str, int]:
        """How many gave which reason, for each of ``matters``; the most first."""
        keys = [matter.id for matter in matters]
        count = func.count()
        given = select(cls.matter_id, cls.reason, count).where(cls.matter_id.in_(keys))
        return given.group_by(cls.matter_id, cls.reason).order_by(count.desc())

    def says(self, reason: str, words: str) -> bool:
        return (self.reason, self.words) == (reason, words)


class Reporter:
    """The part of a user that tells the moderators of things."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def report(self, thing: Reportable, reason: str, words: str) -> Report | None:
        """Tell of ``thing``; None where they have done so and nobody has looked yet."""
        matter = Matter.opened_on(thing)
        said = {"matter_id": matter.id, "reporter_id": self.id}
        if not add_once(Report, reason=reason, words=words, **said):
            return None
        report = db.session.scalars(self.reports().filter_by(**said)).one()
        events.report_filed.send(report)
        return report

    def reports(self) -> Select[Report]:
        """What this person has told of, each with its matter."""
        whole = (
            select(Report).join(Report.matter).options(contains_eager(Report.matter))
        )
        return whole.where(Report.reporter_id == self.id)

    def report_on(self, thing: Reportable) -> Select[Report]:
        """What they have told of ``thing``, while nobody has looked."""
        waiting = Matter.on(thing).with_only_columns(Matter.id)
        return self.reports().where(Report.matter_id.in_(waiting))
