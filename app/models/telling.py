"""Who is told of what others do: whoever may see it, and wants to hear of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, literal, or_, select, true, update

from app.extensions import db
from app.models.account import Account
from app.models.columns import now
from app.models.comment import Comment
from app.models.moderation_act import ModerationAct
from app.models.mute import Mute, lasts
from app.models.notification import (
    FILTERED,
    NEVER_FILTERED,
    SHELVES,
    Notification,
    NotificationActor,
)
from app.models.notification_settings import NotificationSettings
from app.models.post import Post
from app.models.rows import add_missing, add_new, add_or_change
from app.models.standing import Limitation
from app.models.user import User

#: Whoever has been here for this long is no newcomer.
SETTLED = timedelta(days=7)


@dataclass(frozen=True)
class Deed:
    """What ``actor`` did: of this ``kind``, one of a ``group``, with these words."""

    kind: str
    actor: User
    group: str
    post: Post | None = None
    comment: Comment | None = None

    def tell(self, people: Sequence[int]) -> list[int]:
        """Tell those of ``people``, by their ids, who may know and want to.

        As many statements for fifty people as for one.

        :returns: the notifications of which a letter is to be written now.
        """
        heard = db.session.execute(self._listeners(people)).all()
        shelves = {row.id: self._shelf(row) for row in heard if self._reaches(row)}
        if not shelves:
            return []
        groups = self._join(shelves)
        without = {row.id for row in heard if self.kind in row.muted_mail}
        return _begin_letters(
            key
            for user_id, key in groups.items()
            if user_id not in without and shelves[user_id] != FILTERED
        )

    def _listeners(self, people: Sequence[int]) -> Select[*tuple[Any, ...]]:
        """Nobody hears of themselves, of whom they muted, of what is not for them."""
        deaf = select(Mute.muter_id).where(
            Mute.muted_id == self.actor.id, lasts(Mute.until)
        )
        return (
            select(
                User.id,
                Account.muted_mail,
                NotificationSettings,
                User.id.in_(self.actor.follower_ids()).label("follows"),
                User.id.in_(self.actor.followed_ids()).label("is_followed"),
                literal(self.actor.id)
                .in_(Limitation.limited_ids())
                .label("is_of_limited"),
            )
            .join(User.account)
            .outerjoin(NotificationSettings, NotificationSettings.user_id == User.id)
            .where(User.id.in_(people), User.id != self.actor.id)
            .where(User.is_found_by(self.actor), User.id.not_in(deaf), self._is_for())
        )

    def _is_for(self) -> ColumnElement[bool]:
        if self.post is None:
            return true()
        return or_(User.id == self.post.author_id, self.post.is_for(User.id))

    def _reaches(self, row: Row[Any]) -> bool:
        settings = row.NotificationSettings
        return settings is None or self.kind not in settings.muted

    def _shelf(self, row: Row[Any]) -> str:
        if self.kind not in NEVER_FILTERED and self._is_set_aside(row):
            return FILTERED
        return SHELVES.get(self.kind, "")

    def _is_set_aside(self, row: Row[Any]) -> bool:
        settings = row.NotificationSettings
        if row.is_of_limited and not row.follows:
            return True
        return settings is not None and settings.set_aside(
            followed=row.follows,
            follower=row.is_followed,
            settled=self.actor.created_at < now() - SETTLED,
        )

    def _join(self, shelves: dict[int, str]) -> dict[int, int]:
        """Join the unread group of each person, or begin it; the groups by person."""
        present = now()
        # In one order, so that two who tell the same people wait for each other.
        rows = [self._group(key, shelves[key], present) for key in sorted(shelves)]
        groups = {
            user_id: key
            for key, user_id in add_or_change(
                Notification,
                rows,
                unless=("user_id", "group_key"),
                among=Notification.read_at.is_(None),
                then={"newest_at": present},
                told=(Notification.id, Notification.user_id),
            )
        }
        self._step_forward(list(groups.values()), present)
        return groups

    def _group(self, user_id: int, shelf: str, present: Any) -> dict[str, Any]:
        return {
            "user_id": user_id,
            "kind": self.kind,
            "group_key": f"{(shelf == FILTERED and FILTERED) or ''} {self.group}",
            "shelf": shelf,
            "post_id": self.post and self.post.id,
            "comment_id": self.comment and self.comment.id,
            "newest_at": present,
        }

    def _step_forward(self, groups: list[int], present: Any) -> None:
        """Stand in front of each group; who stood there already is counted once."""
        mine = {"actor_id": self.actor.id, "created_at": present}
        rows = [{"notification_id": key, **mine} for key in groups]
        joined = add_new(NotificationActor, rows, NotificationActor.notification_id)
        more = {"actor_count": Notification.actor_count + 1}
        whole = update(Notification).where(Notification.id.in_(joined))
        db.session.execute(whole.values(more))
        if known := set(groups) - set(joined):
            again = update(NotificationActor).where(
                NotificationActor.notification_id.in_(known),
                NotificationActor.actor_id == self.actor.id,
            )
            db.session.execute(again.values(created_at=present))


def tell_officially(kind: str, act: ModerationAct, people: Sequence[int]) -> None:
    """Tell ``people`` what moderators did; of that one has to know, whoever one is."""
    rows = [
        {
            "user_id": key,
            "kind": kind,
            "group_key": f"{kind} {act.id}",
            "act_id": act.id,
        }
        for key in sorted(people)
    ]
    if rows:
        add_missing(Notification, rows)


def _begin_letters(groups: Iterable[int]) -> list[int]:
    """Those of ``groups`` of which no letter was written while they are unread."""
    keys = list(groups)
    if not keys:
        return []
    new = Notification.id.in_(keys), Notification.letter_at.is_(None)
    begun = update(Notification).where(*new).values(letter_at=now())
    return list(db.session.scalars(begun.returning(Notification.id)))
