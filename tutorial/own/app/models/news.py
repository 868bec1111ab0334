"""What somebody finds when they look what is new."""

from sqlalchemy import Select, Update, func, select, update
from sqlalchemy.orm import joinedload

from app.models.columns import now
from app.models.notification import Notification
from app.models.post import Post
from app.models.user import User

#: More than these are not counted: 99+ says enough.
COUNTED = 100


def of(reader: User) -> Select[Notification]:
    """What ``reader`` was told of, each with who did it, and below which post."""
    return (
        select(Notification)
        .options(
            joinedload(Notification.actor, innerjoin=True),
            joinedload(Notification.post).joinedload(Post.author),
            joinedload(Notification.comment),
        )
        .where(Notification.user_id == reader.id)
    )


def unread(reader: User) -> Select[int]:
    """How many things ``reader`` has not read, up to :data:`COUNTED`."""
    some = select(Notification.id).where(
        Notification.user_id == reader.id, Notification.read_at.is_(None)
    )
    return select(func.count()).select_from(some.limit(COUNTED).subquery())


def reading(reader: User) -> Update:
    """The statement that notes all of it as read."""
    return (
        update(Notification)
        .where(Notification.user_id == reader.id, Notification.read_at.is_(None))
        .values(read_at=now())
    )
