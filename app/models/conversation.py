"""A talk between a few people, which nobody else sees or learns of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Delete,
    ForeignKey,
    SQLColumnExpression,
    UniqueConstraint,
    and_,
    delete,
    exists,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import Key, Moment, now
from app.models.participant import Participant
from app.models.rows import add_missing, add_once

if TYPE_CHECKING:
    from app.models.user import User

#: How many people can talk in one conversation.
MOST_PEOPLE = 12
#: For how long what everybody has left is kept, should moderators still look into it.
LEFT_KEPT = timedelta(days=30)


class Conversation(db.Model):
    id: Mapped[Key]
    # Of two who talk alone: they have one conversation, not several. Who is gone for
    # good is forgotten here, since the numbers of people can come again.
    first_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    second_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    is_pair: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[Moment]

    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        CheckConstraint("first_id < second_id", name="two_in_order"),
    )

    @classmethod
    def of_two(cls, one: User, other: User) -> Conversation:
        """The one that two people have; it begins here if there is none."""
        first, second = sorted((one.id, other.id))
        add_once(cls, first_id=first, second_id=second, is_pair=True, created_at=now())
        theirs = select(cls).filter_by(first_id=first, second_id=second)
        talk = db.session.scalars(theirs).one()
        talk.seat((one, other))
        return talk

    @classmethod
    def of_several(cls, people: Iterable[User]) -> Conversation:
        """A new one: the same people can have several."""
        talk = cls(is_pair=False)
        db.session.add(talk)
        db.session.flush()
        talk.seat(people)
        return talk

    @classmethod
    def between(
        cls, one: int, other: SQLColumnExpression[int] | int
    ) -> ColumnElement[bool]:
        """The condition of the one that two people have, if they do."""
        return or_(
            and_(cls.first_id == one, cls.second_id == other),
            and_(cls.first_id == other, cls.second_id == one),
        )

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes what everybody has left, with every word of it."""
        oldest = now() - LEFT_KEPT
        theirs = Participant.conversation_id == cls.id
        stays = or_(Participant.is_in(), Participant.left_at > oldest)
        return delete(cls).where(
            cls.created_at < oldest, ~exists().where(theirs, stays)
        )

    def seat(self, people: Iterable[User]) -> None:
        """Let ``people`` take part; whoever does so already is no other."""
        present = now()
        add_missing(
            Participant,
            [
                {
                    "conversation_id": self.id,
                    "user_id": person.id,
                    "joined_at": present,
                    "moved_at": present,
                }
                for person in people
            ],
        )

    def is_of(self, people: Iterable[User]) -> bool:
        """Whether just these people take or took part."""
        seats = select(Participant.user_id).where(
            Participant.conversation_id == self.id
        )
        return set(db.session.scalars(seats)) == {person.id for person in people}

    def lock(self) -> None:
        """Of two who speak or leave at once the second waits for the first."""
        me = select(Conversation.id).where(Conversation.id == self.id)
        db.session.execute(me.with_for_update())

    def bring_back(self) -> None:
        """Let those who have left take part anew, from here on."""
        gone = update(Participant).where(
            Participant.conversation_id == self.id, ~Participant.is_in()
        )
        db.session.execute(
            gone.values(
                left_at=None, since_id=Participant.newest_id, joined_at=now()
            ).execution_options(synchronize_session=False)
        )
