"""A program of somebody's that is told what happens to them here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Delete,
    Select,
    String,
    delete,
    func,
    select,
)
from sqlalchemy.orm import (
    Mapped,
    contains_eager,
    joinedload,
    mapped_column,
    relationship,
)

from app.extensions import db
from app.models.columns import Count, Key, MaybeMoment, Moment, UserKey, Words, now
from app.models.webhook_delivery import WebhookDelivery

if TYPE_CHECKING:
    from datetime import datetime

    from app.models.user import User

PUBLISHED: Final = "post.published"
UPDATED: Final = "post.updated"
DELETED: Final = "post.deleted"
COMMENTED: Final = "comment.created"
FOLLOWED: Final = "follow.created"
#: What a program can be told of.
EVENTS: Final = (PUBLISHED, UPDATED, DELETED, COMMENTED, FOLLOWED)
#: What the button sends: nothing has happened.
TEST: Final = "test"
#: So many has a member.
MOST: Final = 10
ADDRESS_LONGEST: Final = 500
#: Why it is told nothing: its person wishes so, it said so itself (410), or it failed
#: so often, for so long.
BY_OWNER, GONE, FAILING = REASONS = ("owner", "gone", "failing")
MOST_FAILURES: Final = 50
PATIENCE: Final = timedelta(days=3)
#: For how long what is sent is signed with the secret before this one, too.
BOTH_FOR: Final = timedelta(days=1)
#: Who takes longer than that, in milliseconds, is told nothing beside others like them.
SLOW: Final = 2_000


class Webhook(db.Model):
    TOLD: ClassVar = ("address", "events", "created_at", "changed_at", "paused_at")

    id: Mapped[Key]
    user_id: Mapped[UserKey]
    address: Mapped[str] = mapped_column(String(ADDRESS_LONGEST))
    events: Mapped[list[str]] = mapped_column(JSON)
    # Sealed by app/web/webhooks.py; beside it the one before, for a day.
    secret: Mapped[Words]
    former_secret: Mapped[Words]
    renewed_at: Mapped[MaybeMoment]
    created_at: Mapped[Moment]
    # When somebody last said where to or what of: nobody else should have.
    changed_at: Mapped[Moment]
    paused_at: Mapped[MaybeMoment]
    paused_why: Mapped[str] = mapped_column(String(10), default="")
    # In a row, and since when; how long the last answer took, in milliseconds.
    failures: Mapped[Count]
    failing_since: Mapped[MaybeMoment]
    pace: Mapped[Count]

    user: Mapped[User] = relationship(lazy="raise")

    __table_args__ = (
        CheckConstraint(f"paused_why IN {('', *REASONS)}", name="known_reason"),
    )

    @classmethod
    def since(cls, user_id: int, moment: datetime) -> Delete:
        """The statement that removes what was made or changed from then on."""
        return delete(cls).where(cls.user_id == user_id, cls.changed_at >= moment)

    @classmethod
    def live_of(cls, user_id: int) -> Select[int, list[str]]:
        """The numbers of somebody's that are told something, and of what."""
        mine = cls.user_id == user_id, cls.paused_at.is_(None)
        return select(cls.id, cls.events).where(*mine).order_by(cls.id)

    @property
    def is_paused(self) -> bool:
        return self.paused_at is not None

    @property
    def is_trying(self) -> bool:
        """Whether it has failed, or taken long, the last time; or nobody knows yet."""
        return self.failures > 0 or not 0 < self.pace <= SLOW

    def secrets_at(self, moment: datetime) -> list[str]:
        """What is signed with, sealed: the present one, and for a day another."""
        since = self.renewed_at
        is_recent = since is not None and abs(moment - since) < BOTH_FOR
        former = [self.former_secret] if self.former_secret and is_recent else []
        return [self.secret, *former]

    def change(self, address: str, events: Collection[str]) -> None:
        """Tell another address, or of other things; one of EVENTS each."""
        self.address, self.events = address, _known(events)
        self.changed_at = now()

    def renew(self, secret: str) -> None:
        """Sign with another ``secret``; for a day with the one before, too."""
        self.former_secret, self.secret = self.secret, secret
        self.renewed_at = self.changed_at = now()

    def pause(self, why: str = BY_OWNER) -> bool:
        """Tell it nothing any more; whether it was told something until now."""
        if self.is_paused:
            return False
        self.paused_at, self.paused_why = now(), why
        return True

    def resume(self) -> None:
        """Tell it again what happens; how long it takes is not forgotten."""
        self.paused_at, self.paused_why = None, ""
        self.failures, self.failing_since = 0, None

    def note_success(self, duration: int) -> None:
        self.failures, self.failing_since = 0, None
        self.pace = max(1, duration)

    def note_failure(self, duration: int) -> bool:
        """Count it; whether that was one too many, and it is told nothing from now."""
        self.failures += 1
        self.failing_since = self.failing_since or now()
        self.pace = duration
        is_long = now() - self.failing_since >= PATIENCE
        return self.failures >= MOST_FAILURES and is_long and self.pause(FAILING)

    def begin_delivery(
        self, event: str, about_id: int | None = None, **facts: object
    ) -> WebhookDelivery:
        return begin_delivery(self.id, event, about_id, facts)

    def deliveries(self) -> Select[WebhookDelivery]:
        """What it was told, or was to be."""
        return select(WebhookDelivery).where(WebhookDelivery.webhook_id == self.id)


def begin_delivery(
    webhook_id: int, event: str, about_id: int | None, facts: dict[str, object]
) -> WebhookDelivery:
    """Note that a program is to be told of something.

    :param about_id: the number of the post, the comment or the person.
    :param facts: what is told of what nobody can look at any more.
    """
    delivery = WebhookDelivery(
        webhook_id=webhook_id, event=event, about_id=about_id, facts=facts
    )
    db.session.add(delivery)
    return delivery


def delivery_called(public_id: str) -> Select[WebhookDelivery]:
    """The one with this name, with its webhook and whose that is."""
    webhook = joinedload(WebhookDelivery.webhook, innerjoin=True)
    both = webhook.joinedload(Webhook.user, innerjoin=True)
    named = WebhookDelivery.public_id == public_id
    return select(WebhookDelivery).where(named).options(both)


def webhook_told(public_id: str) -> Select[Webhook]:
    """The one that is told what has this name."""
    both = select(Webhook).join(WebhookDelivery.webhook)
    return both.where(WebhookDelivery.public_id == public_id)


class Hooked:
    """The part of a user whose programs are told what happens."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def add_webhook(
        self, address: str, events: Collection[str], secret: str
    ) -> Webhook | None:
        """Have ``address`` told of ``events``; None where there is room for no other.

        :param secret: sealed, as app/web/webhooks.py does.
        """
        me = select(type(self).id).where(type(self).id == self.id)
        db.session.execute(me.with_for_update(key_share=True))
        if self.webhook_count() >= MOST:
            return None
        webhook = Webhook(user_id=self.id, address=address, secret=secret)
        webhook.events = _known(events)
        db.session.add(webhook)
        return webhook

    def webhook_count(self) -> int:
        mine = select(func.count()).where(Webhook.user_id == self.id)
        return db.session.scalar(mine) or 0

    def webhooks(self) -> Select[Webhook]:
        """Those that they have made, the first one first."""
        mine = select(Webhook).where(Webhook.user_id == self.id)
        return mine.order_by(Webhook.id)

    def webhook_deliveries(self) -> Select[WebhookDelivery]:
        """What all of them were told, each with its webhook."""
        both = select(WebhookDelivery).join(WebhookDelivery.webhook)
        whole = both.options(contains_eager(WebhookDelivery.webhook))
        return whole.where(Webhook.user_id == self.id)


def _known(events: Iterable[str]) -> list[str]:
    """Those of ``events`` that there are, once each and in our order."""
    wanted = set(events)
    return [event for event in EVENTS if event in wanted]
