"""Who somebody is to others. What they sign in with is an ``Account``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_login import UserMixin
from sqlalchemy import (
    JSON,
    CheckConstraint,
    ColumnElement,
    Index,
    Select,
    String,
    and_,
    or_,
    select,
)
from sqlalchemy.orm import (
    Mapped,
    WriteOnlyMapped,
    column_property,
    mapped_column,
    relationship,
)

from app.extensions import db
from app.lib import handles
from app.lib.markdown import render
from app.models.block import Blocker
from app.models.bookmark import Saver
from app.models.columns import WHOLE, Key, LongWords, Moment
from app.models.comment import Commenter
from app.models.comment_like import CommentLiker
from app.models.correspondent import Correspondent, unread_conversations
from app.models.face import Faced
from app.models.feature import Featurer
from app.models.feed_key import Subscriber
from app.models.findable import Findable
from app.models.follow_request import Asked, Asker
from app.models.handle import Bearer, Handle
from app.models.identity import Identified
from app.models.invitation import Inviter
from app.models.leaving import Leaver
from app.models.like import Liker
from app.models.marks import Marker
from app.models.matter import Reportable
from app.models.moderation_act import Moderator
from app.models.mute import Muter
from app.models.muted_word import WordMuter
from app.models.not_now import Chooser
from app.models.notification import Told
from app.models.permissions import Permitted
from app.models.pin import Pinner
from app.models.post import Author, Post
from app.models.reach import SENDERS, Reachable
from app.models.references import known
from app.models.report import Reporter
from app.models.repost import Reposter
from app.models.reserve import Reserved
from app.models.searched import SearchedPerson
from app.models.series import Serialist
from app.models.standing import Limitation
from app.models.suspension import Answerable
from app.models.tag_follow import TagFollower
from app.models.tie import Tied
from app.models.visit import Returner
from app.models.webhook import Hooked

if TYPE_CHECKING:
    from app.models.account import Account


class User(
    Bearer,
    Leaver,
    Author,
    Pinner,
    Serialist,
    Asker,
    Asked,
    Tied,
    TagFollower,
    Reserved,
    Chooser,
    Liker,
    Saver,
    Reposter,
    Blocker,
    Muter,
    WordMuter,
    Reachable,
    Correspondent,
    Commenter,
    CommentLiker,
    Returner,
    Marker,
    Findable,
    SearchedPerson,
    Faced,
    Permitted,
    Identified,
    Inviter,
    Reporter,
    Reportable,
    Answerable,
    Moderator,
    Featurer,
    Told,
    Subscriber,
    Hooked,
    UserMixin,
    db.Model,
):
    matter_kind = "person"

    id: Mapped[Key]
    bio: Mapped[LongWords]
    bio_html: Mapped[LongWords]
    location: Mapped[str] = mapped_column(String(80), default="", **WHOLE)
    links: Mapped[list[str]] = mapped_column(JSON, default=list, **WHOLE)
    created_at: Mapped[Moment]

    account: Mapped[Account] = relationship(
        foreign_keys="Account.user_id",
        back_populates="user",
        lazy="raise",
        passive_deletes="all",
    )

    handles: WriteOnlyMapped[Handle] = relationship(
        back_populates="user", passive_deletes=True
    )

    posts: WriteOnlyMapped[Post] = relationship(
        back_populates="author", passive_deletes=True
    )

    __table_args__ = (
        # One spelling, so that unique means unique whatever the case.
        CheckConstraint("handle = lower(handle)", name="lower_case_handle"),
        CheckConstraint(f"takes_messages_from IN {SENDERS}", name="known_senders"),
        Index(None, "created_at", "id"),
    )

    @classmethod
    def named(cls, handle: str, name: str) -> User:
        """Somebody new, who goes by their handle if they gave no name."""
        user = cls(name=name or handle, links=[])
        user.claim(handle)
        return user

    @classmethod
    def known_as(cls, handle: str) -> Select[User]:
        return select(cls).where(cls.handle == handles.normalized(handle))

    @classmethod
    def everybody(cls, reader: User | None) -> Select[User]:
        """Everybody whom ``reader`` finds on lists; None is a visitor.

        Whom moderators have limited only those find who follow them.
        """
        unlimited: ColumnElement[bool] = cls.id.not_in(Limitation.limited_ids())
        if reader is not None:
            unlimited = or_(unlimited, cls.id == reader.id, reader.follows(cls.id))
        return select(cls).where(cls.is_found_by(reader), unlimited)

    @classmethod
    def is_found_by(cls, reader: User | None) -> ColumnElement[bool]:
        """The condition of lists of people: they are here, and not apart."""
        if reader is None:
            return cls.is_here()
        return and_(cls.is_here(), cls.id.not_in(reader.apart_ids()))

    def describe(self, *, name: str, bio: str, location: str, links: list[str]) -> None:
        """Change what the profile says."""
        self.name = name or self.handle
        self.bio, self.bio_html = bio, render(bio, "bio-", look_up=known).html
        self.location, self.links = location, links

    @property
    def path(self) -> str:
        return f"/@{self.handle}"

    @property
    def belongs_to(self) -> User:
        return self

    @property
    def belongs_to_id(self) -> int:
        return self.id

    @property
    def matter_words(self) -> str:
        return "\n\n".join(filter(None, (self.name, self.bio)))


# Asked for only where it is shown; it needs the key of the finished class.
User.unread_conversations = column_property(
    unread_conversations(User.id), deferred=True
)
