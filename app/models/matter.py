"""What moderators look into: one thing, and whatever people say against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Select,
    String,
    Text,
    func,
    select,
    text,
)
from sqlalchemy.orm import (
    Mapped,
    MappedColumn,
    column_property,
    joinedload,
    mapped_column,
    relationship,
)

from app.extensions import db
from app.models.columns import Key, MaybeMoment, Moment, UserKey, now
from app.models.rows import add_once

if TYPE_CHECKING:
    from app.models.comment import Comment
    from app.models.message import Message
    from app.models.post import Post
    from app.models.user import User

KINDS: Final = ("post", "comment", "person", "message")
#: So much is kept of what something said, and so much of that stands on lists.
KEPT, BEGINNING = 20_000, 400


def _part(kind: str) -> MappedColumn[int | None]:
    """The column for the number of something; what goes takes its matters along."""
    key = ForeignKey(f"{kind}.id", ondelete="CASCADE")
    return mapped_column(key, index=True)


def _rules(kind: str) -> tuple[CheckConstraint, Index]:
    """Nothing else is named; and whoever else reports it joins the one that waits."""
    named = f"(kind = '{kind}') = ({kind}_id IS NOT NULL)"
    once = _waiting(f"uq_matter_waiting_{kind}", f"{kind}_id", unique=True)
    return CheckConstraint(named, name=f"names_a_{kind}"), once


def _waiting(name: str, *columns: str, also: str = "", unique: bool = False) -> Index:
    """An index of those alone that nobody has settled."""
    where = text(f"settled_at IS NULL{also}")
    return Index(
        name, *columns, unique=unique, postgresql_where=where, sqlite_where=where
    )


class Matter(db.Model):
    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(10))
    # Whose it is, or who.
    about_id: Mapped[UserKey]
    post_id: Mapped[int | None] = _part("post")
    comment_id: Mapped[int | None] = _part("comment")
    message_id: Mapped[int | None] = _part("message")
    # As it was when it was first reported: its author may change it meanwhile.
    said: Mapped[str] = mapped_column(Text, deferred=True)
    beginning: Mapped[str] = column_property(func.substr(said, 1, BEGINNING))
    created_at: Mapped[Moment]
    settled_at: Mapped[MaybeMoment]

    about: Mapped[User] = relationship(lazy="raise")
    post: Mapped[Post | None] = relationship(lazy="raise")
    comment: Mapped[Comment | None] = relationship(lazy="raise")
    message: Mapped[Message | None] = relationship(lazy="raise")

    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="known_kind"),
        *_rules("post"),
        *_rules("comment"),
        *_rules("message"),
        _waiting(
            "uq_matter_waiting_person",
            "about_id",
            also=" AND kind = 'person'",
            unique=True,
        ),
        _waiting("ix_matter_waiting", "created_at", "id"),
    )

    @classmethod
    def count_waiting(cls, reader: User) -> Select[int]:
        return select(func.count(cls.id)).where(
            cls.settled_at.is_(None), cls.about_id != reader.id
        )

    @classmethod
    def open_to(cls, reader: User) -> Select[Matter]:
        """What ``reader`` may look into: nobody learns who has reported them."""
        found = select(cls).options(joinedload(cls.about))
        return found.where(cls.about_id != reader.id)

    @classmethod
    def waiting(cls, reader: User, kind: str = "") -> Select[Matter]:
        """What nobody has settled yet, of one of :data:`KINDS` or of all."""
        found = cls.open_to(reader).where(cls.settled_at.is_(None))
        return found.where(cls.kind == kind) if kind else found

    @classmethod
    def against(cls, person: User) -> Select[Matter]:
        """What of one person was reported, the newest first."""
        found = select(cls).where(cls.about_id == person.id)
        return found.order_by(cls.created_at.desc(), cls.id.desc())

    @classmethod
    def on(cls, thing: Reportable) -> Select[Matter]:
        """The matter of ``thing`` that waits, if there is one."""
        return select(cls).filter_by(**thing.matter_keys, settled_at=None)

    @classmethod
    def opened_on(cls, thing: Reportable) -> Matter:
        """The same, new if need be; nobody settles it until this is done."""
        add_once(cls, said=thing.matter_words[:KEPT], **thing.matter_keys)
        found = db.session.scalar(cls.on(thing).with_for_update(of=cls))
        # Settled between the two, it is asked for once more, and is another one.
        return found or cls.opened_on(thing)

    @property
    def thing(self) -> Any:
        """What was reported; None where it is gone."""
        return self.about if self.kind == "person" else getattr(self, self.kind)

    @property
    def is_settled(self) -> bool:
        return self.settled_at is not None

    def settle(self) -> None:
        self.settled_at = self.settled_at or now()


class Reportable:
    """The part of something that says what it is, whose, and what stands there."""

    #: One of :data:`KINDS`.
    matter_kind: ClassVar[str]

    if TYPE_CHECKING:
        id: Mapped[int]
        # Of a comment and a message nobody, when who wrote them is gone for good.
        author_id: Mapped[Any]
        author: Mapped[Any]

        def hide(self) -> None: ...

        def unhide(self) -> None: ...

    @property
    def matter_words(self) -> str:
        """What moderators read, even when it says something else by then."""
        raise NotImplementedError

    @property
    def belongs_to(self) -> User:
        person: User = self.author
        return person

    @property
    def is_taken_down(self) -> bool:
        """Whether moderators have hidden it."""
        return False

    def take_down(self, by: User) -> None:
        """Hide it as a moderator does."""
        self.hide()

    def put_back(self) -> None:
        """Have it back as it was."""
        self.unhide()

    @property
    def belongs_to_id(self) -> int | None:
        """Who has to answer for it."""
        key: int | None = self.author_id
        return key

    @property
    def matter_keys(self) -> dict[str, Any]:
        """What tells its matters from others."""
        keys = {"kind": self.matter_kind, "about_id": self.belongs_to_id}
        is_whole = self.matter_kind == "person"
        return keys if is_whole else {**keys, f"{self.matter_kind}_id": self.id}
