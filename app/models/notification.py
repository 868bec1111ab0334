"""What somebody is told of: one row for a group of people who did the same."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from sqlalchemy import (
    ColumnElement,
    Delete,
    ForeignKey,
    Index,
    Select,
    String,
    and_,
    delete,
    exists,
    literal_column,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import (
    Mapped,
    declared_attr,
    mapped_column,
    query_expression,
    relationship,
)

from app.extensions import db
from app.models.columns import (
    Count,
    Key,
    MaybeMoment,
    Moment,
    UserKey,
    UserPrimaryKey,
    now,
)

if TYPE_CHECKING:
    from app.models.comment import Comment
    from app.models.moderation_act import ModerationAct
    from app.models.post import Post
    from app.models.user import User

MENTION: Final = "mention"
REPLY: Final = "reply"
COMMENT: Final = "comment"
FOLLOW: Final = "follow"
REQUEST: Final = "follow_request"
ACCEPTED: Final = "follow_accepted"
LIKE: Final = "like"
REPOST: Final = "repost"
JOINED: Final = "invitation_accepted"
MODERATION: Final = "moderation"
REPORT: Final = "report"
#: What moderators do: by nobody in particular, and never switched off.
OFFICIAL: Final = frozenset({MODERATION, REPORT})

#: What others have written: words that one has muted are no news.
WORDED: Final = frozenset({MENTION, REPLY, COMMENT})

#: Where a kind lies beside the list of everything; the others lie nowhere else.
SHELVES: Final = {
    MENTION: "mentions",
    REPLY: "replies",
    COMMENT: "replies",
    FOLLOW: "followers",
    REQUEST: "followers",
    ACCEPTED: "followers",
}
#: Where lies what strangers did, for those who want to look there only at times.
FILTERED: Final = "filtered"
#: What is told whoever did it: one waits for it, or has to know.
NEVER_FILTERED: Final = OFFICIAL | {REQUEST, ACCEPTED, JOINED}
#: What can be switched off; of what moderators do one has to know.
SWITCHED: Final = (
    MENTION,
    REPLY,
    COMMENT,
    FOLLOW,
    REQUEST,
    ACCEPTED,
    LIKE,
    REPOST,
    JOINED,
)
#: Of which a letter comes only to who wishes for it, in the order of the alphabet.
QUIET: Final = (FOLLOW, ACCEPTED, LIKE, REPOST)

READ_KEPT, UNREAD_KEPT = timedelta(days=180), timedelta(days=365)

_UNREAD, _LISTED = "read_at IS NULL", "shelf <> 'filtered'"
# Said as in the indexes, word by word: else SQLite would not use them.
_FILTERED: ColumnElement[str] = literal_column("'filtered'", String)


class Notification(db.Model):
    TOLD: ClassVar = (
        "kind",
        "post_id",
        "comment_id",
        "actor_count",
        "newest_at",
        "read_at",
    )

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    kind: Mapped[str] = mapped_column(String(20))
    # What is done by several, while it is unread, is one row: the next one joins.
    group_key: Mapped[str] = mapped_column(String(64))
    shelf: Mapped[str] = mapped_column(String(10), default="", server_default="")
    post_id: Mapped[int | None] = mapped_column(
        ForeignKey("post.id", ondelete="CASCADE"), index=True
    )
    comment_id: Mapped[int | None] = mapped_column(
        ForeignKey("comment.id", ondelete="CASCADE"), index=True
    )
    # What a moderator did: who it was stands nowhere.
    act_id: Mapped[int | None] = mapped_column(
        ForeignKey("moderation_act.id", ondelete="CASCADE"), index=True
    )
    actor_count: Mapped[Count]
    # When the last one joined: it moves to the top.
    newest_at: Mapped[Moment]
    read_at: Mapped[MaybeMoment]
    # When a letter was begun: one for each row, however many join.
    letter_at: Mapped[MaybeMoment]

    post: Mapped[Post | None] = relationship(lazy="raise")
    comment: Mapped[Comment | None] = relationship(lazy="raise")
    act: Mapped[ModerationAct | None] = relationship(lazy="raise")

    __table_args__ = (
        Index(
            "uq_notification_unread_group",
            *("user_id", "group_key"),
            unique=True,
            postgresql_where=text(_UNREAD),
            sqlite_where=text(_UNREAD),
        ),
        Index(
            "ix_notification_unread",
            *("user_id", "newest_at", "id"),
            postgresql_where=text(f"{_UNREAD} AND {_LISTED}"),
            sqlite_where=text(f"{_UNREAD} AND {_LISTED}"),
        ),
        Index(
            "ix_notification_listed",
            *("user_id", "newest_at", "id"),
            postgresql_where=text(_LISTED),
            sqlite_where=text(_LISTED),
        ),
        Index("ix_notification_shelf", "user_id", "shelf", "newest_at", "id"),
        Index(None, "newest_at"),
    )

    @property
    def is_unread(self) -> bool:
        return self.read_at is None

    @classmethod
    def is_listed(cls) -> ColumnElement[bool]:
        """The condition of what is not set aside."""
        return cls.shelf != _FILTERED

    @classmethod
    def is_news(cls) -> ColumnElement[bool]:
        """The condition of what is to be read, and not set aside."""
        return and_(cls.read_at.is_(None), cls.is_listed())

    @classmethod
    def naming(cls, post_id: int) -> Select[int]:
        """The ids of those who were told that the text of this post names them."""
        told = select(cls.user_id).where(cls.kind == MENTION, cls.post_id == post_id)
        return told.where(cls.comment_id.is_(None))

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what is old, sooner what was read."""
        present = now()
        was_read = and_(cls.read_at.is_not(None), cls.newest_at < present - READ_KEPT)
        return delete(cls).where(or_(was_read, cls.newest_at < present - UNREAD_KEPT))


class NotificationActor(db.Model):
    """Somebody of the group that did it."""

    notification_id: Mapped[int] = mapped_column(
        ForeignKey("notification.id", ondelete="CASCADE"), primary_key=True
    )
    actor_id: Mapped[UserPrimaryKey]
    created_at: Mapped[Moment]

    actor: Mapped[User] = relationship(lazy="raise")

    __table_args__ = (
        Index(None, "notification_id", "created_at", "actor_id"),
        Index(None, "actor_id", "notification_id"),
    )


class Told:
    """The part of a user that is told of what others do."""

    @declared_attr
    def has_news(cls) -> Mapped[bool | None]:
        """Whether anything is unread, where whoever loads the person asks for it."""
        return query_expression()


def forget(user_id: int, actor_id: int, **which: object) -> None:
    """Tell somebody no longer that another did it: of a kind, about this post.

    A group of which nobody is left goes with the last one.
    """
    theirs = select(Notification.id).filter_by(user_id=user_id, **which)
    gone = delete(NotificationActor).where(
        NotificationActor.actor_id == actor_id,
        NotificationActor.notification_id.in_(theirs),
    )
    left = gone.returning(NotificationActor.notification_id)
    if ids := db.session.scalars(left).all():
        groups = Notification.id.in_(ids)
        fewer = {"actor_count": Notification.actor_count - 1}
        db.session.execute(update(Notification).where(groups).values(fewer))
        empty = and_(groups, Notification.actor_count < 1)
        db.session.execute(delete(Notification).where(empty))


def has_news_of(user_id: Any) -> ColumnElement[bool]:
    """Whether the person of a row has anything to read; one look into an index."""
    return exists().where(Notification.user_id == user_id, Notification.is_news())
