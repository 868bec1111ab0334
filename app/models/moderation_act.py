"""What a moderator did about somebody or their words: the log, written once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Select,
    String,
    func,
    select,
)
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from app import events
from app.extensions import db
from app.models.columns import Key, MaybeMoment, Moment, Words
from app.models.matter import Matter
from app.models.permissions import ADMINISTER, MODERATE, Permission
from app.models.report import Report

if TYPE_CHECKING:
    from app.models.post import Post
    from app.models.user import User

ACTS: Final = (
    "dismiss",
    "hide",
    "restore",
    "warn",
    "limit",
    "unlimit",
    "suspend",
    "unsuspend",
    "rename",
    "merge",
)
#: Those that are about a tag, and about nobody.
OF_TAGS: Final = ("rename", "merge")
WORDS_LONGEST: Final = 5000
#: What each does, beside being written down and told.
_EFFECTS: Final[dict[str, Callable[[ModerationAct], object]]] = {
    "hide": lambda act: act.thing.take_down(act.moderator),
    "restore": lambda act: act.thing.put_back(),
    "limit": lambda act: act.about.limit(act.until),
    "unlimit": lambda act: act.about.unlimit(),
    "suspend": lambda act: act.about.suspend(act.until),
    "unsuspend": lambda act: act.about.unsuspend(),
}


class ModerationAct(db.Model):
    TOLD: ClassVar = ("what", "message", "until", "created_at")
    OWNER: ClassVar = "about_id"

    id: Mapped[Key]
    # Empty: the time was over, or the moderator has left for good.
    moderator_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    # Empty: it is about a tag.
    about_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), index=True
    )
    # Empty: nothing was reported, or what was is gone for good.
    matter_id: Mapped[int | None] = mapped_column(
        ForeignKey("matter.id", ondelete="SET NULL"), index=True
    )
    what: Mapped[str] = mapped_column(String(10))
    # For moderators alone, and for the person that it is about.
    note: Mapped[Words]
    message: Mapped[Words]
    until: Mapped[MaybeMoment]
    created_at: Mapped[Moment]

    moderator: Mapped[User | None] = relationship(
        foreign_keys="ModerationAct.moderator_id", lazy="raise"
    )
    # None where it is about a tag.
    about: Mapped[User] = relationship(
        foreign_keys="ModerationAct.about_id", lazy="raise"
    )
    matter: Mapped[Matter | None] = relationship(lazy="raise")

    __table_args__ = (
        CheckConstraint(f"what IN {ACTS}", name="known_act"),
        CheckConstraint(
            f"(about_id IS NULL) = (what IN {OF_TAGS})", name="about_a_person_or_a_tag"
        ),
        Index(None, "created_at", "id"),
        Index(None, "about_id", "created_at", "id"),
    )

    @classmethod
    def log(cls) -> Select[ModerationAct]:
        """Everything that moderators did, with who, to whom and about what."""
        return select(cls).options(
            joinedload(cls.moderator),
            joinedload(cls.about),
            joinedload(cls.matter),
        )

    @classmethod
    def of_tag(cls, moderator: User, what: str, note: str) -> None:
        """Write down one of :data:`OF_TAGS`; nobody is told."""
        db.session.add(cls(moderator=moderator, what=what, note=note))

    @property
    def thing(self) -> Any:
        """What it was about: a post and the like, or the person."""
        return self.matter.thing if self.matter else self.about

    @property
    def words(self) -> str:
        """How what they wrote begins; empty where it is about the person."""
        is_text = self.matter is not None and self.matter.kind != "person"
        return self.matter.beginning if self.matter and is_text else ""

    @property
    def is_told(self) -> bool:
        """Whether the person learns of it; who did nothing wrong is left in peace."""
        return self.what != "dismiss"

    def reporters(self) -> Select[User]:
        """Who had told of it and waits for an answer: the first act gives it."""
        people = Report.reporter.property.mapper.class_
        told = select(Report.reporter_id).where(Report.matter_id == self.matter_id)
        here = select(people).where(people.id.in_(told), people.is_here())
        earlier = select(ModerationAct.id).where(
            ModerationAct.matter_id == self.matter_id, ModerationAct.id < self.id
        )
        return here.where(
            people.id.is_distinct_from(self.moderator_id), ~earlier.exists()
        )

    @classmethod
    def on(cls, person: User) -> Select[ModerationAct]:
        """What moderators did about one person and their words, newest first."""
        found = cls.log().where(cls.about_id == person.id)
        return found.order_by(cls.created_at.desc(), cls.id.desc())

    @classmethod
    def hiding(cls, post: Post) -> Select[ModerationAct]:
        """What hid ``post``, the last time first."""
        hid = (
            select(cls)
            .join(cls.matter)
            .where(Matter.post_id == post.id, cls.what == "hide")
        )
        return hid.order_by(cls.created_at.desc(), cls.id.desc())

    @classmethod
    def tally(cls, people: Iterable[int]) -> Select[Any, int]:
        """How often moderators did something about each, by the keys of ``people``."""
        done = select(cls.about_id, func.count()).where(
            cls.about_id.in_(people), cls.what != "dismiss"
        )
        return done.group_by(cls.about_id)

    def carry_out(self) -> None:
        """Do it, write it down, and tell whoever wants to hear of it."""
        if effect := _EFFECTS.get(self.what):
            effect(self)
        if self.matter:
            self.matter.settle()
        db.session.add(self)
        db.session.flush()
        events.moderated.send(self)


class Moderator:
    """The part of a user that decides about others."""

    if TYPE_CHECKING:
        id: Mapped[int]

        def can(self, permission: Permission) -> bool: ...

    def may_judge(self, other: User) -> bool:
        """Nobody judges themselves, and moderators are judged by admins alone."""
        if other.id == self.id or not self.can(MODERATE):
            return False
        return self.can(ADMINISTER) or not other.can(MODERATE)

    def judge(
        self,
        other: User,
        what: str,
        *,
        matter: Matter | None = None,
        until: datetime | None = None,
        note: str = "",
        message: str = "",
    ) -> ModerationAct:
        """Do one of :data:`ACTS` about ``other`` or, with a matter, their words.

        :param until: when a limit or a suspension ends by itself.
        """
        lasts = what in {"limit", "suspend"}
        act = ModerationAct(
            moderator=cast("User", self),
            about=other,
            matter=matter,
            what=what,
            until=until if lasts else None,
            note=note,
            message="" if what == "dismiss" else message,
        )
        act.carry_out()
        return act
