"""Whom a post names: they are told of it once, when they can read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app import events
from app.extensions import db
from app.models.columns import MaybeMoment, PostKey, UserPrimaryKey, now
from app.models.handle import Handle
from app.models.rows import add_missing

if TYPE_CHECKING:
    from app.models.user import User

#: Whoever names more people than this tells none of the others.
MOST = 50


class Mention(db.Model):
    user_id: Mapped[UserPrimaryKey]
    post_id: Mapped[PostKey] = mapped_column(primary_key=True, index=True)
    # When they were told; until then they could not read it.
    told_at: Mapped[MaybeMoment]


class Mentioning:
    """The part of a post that names people."""

    if TYPE_CHECKING:
        id: Mapped[int]
        author_id: Mapped[int]
        author: Mapped[User]
        body: Mapped[str]
        version: int

        @property
        def is_out(self) -> bool: ...

        def is_for(self, person_id: Any) -> ColumnElement[bool]: ...

    def name_people(self, handles: Iterable[str]) -> None:
        """Note whom the text names now, by their handles."""
        handles = sorted(handles)[:MOST]
        if not handles and self.version == 1:
            return
        # A row of a mention needs the row of the post.
        db.session.flush()
        known = select(Handle.user_id).where(
            Handle.handle.in_(handles), Handle.user_id.is_not(None)
        )
        named = set(db.session.scalars(known)) - {self.author_id}
        mine = delete(Mention).where(Mention.post_id == self.id)
        db.session.execute(mine.where(Mention.user_id.not_in(named)))
        if named:
            rows = [{"user_id": key, "post_id": self.id} for key in named]
            add_missing(Mention, rows)

    def mentioned_ids(self) -> Select[int]:
        return select(Mention.user_id).where(Mention.post_id == self.id)

    def tell_whom_it_names(self) -> None:
        """Tell those who can read it now and have not been told."""
        if "@" not in self.body or not self.is_out:
            return
        people: Any = type(self.author)
        untold = self.mentioned_ids().where(Mention.told_at.is_(None))
        here = select(people).where(
            people.id.in_(untold), people.is_found_by(self.author)
        )
        told = db.session.scalars(here.where(self.is_for(people.id))).all()
        if told:
            keys = [person.id for person in told]
            mine = update(Mention).where(Mention.post_id == self.id)
            mine = mine.where(Mention.user_id.in_(keys)).values(told_at=now())
            db.session.execute(mine)
            events.people_mentioned.send(self, people=told)
