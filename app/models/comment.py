"""What people say below a post, and answer each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    FromClause,
    Index,
    Select,
    String,
    UniqueConstraint,
    and_,
    select,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.orm.attributes import set_committed_value

from app import events
from app.extensions import db
from app.lib import markdown
from app.lib.tokens import new_form_key
from app.models.columns import Count, Key, MaybeMoment, Moment, PostKey, Words, now
from app.models.comment_place import Placed
from app.models.comment_standing import Taken
from app.models.handle import Handle
from app.models.matter import Reportable
from app.models.mention import MOST as MOST_NAMED
from app.models.muted_word import Filtered
from app.models.references import known
from app.models.tally import Tallied, Tally

if TYPE_CHECKING:
    from app.models.post import Post
    from app.models.user import User

COMMENT_LONGEST = 10_000
_ROOTS = text("parent_id IS NULL")


def _standing(rows: FromClause) -> ColumnElement[bool]:
    return and_(rows.c.deleted_at.is_(None), rows.c.hidden_at.is_(None))


def _answering(rows: FromClause) -> ColumnElement[bool]:
    return and_(_standing(rows), rows.c.parent_id.is_not(None))


class Comment(Placed, Taken, Filtered, Tallied, Reportable, db.Model):
    matter_kind = "comment"

    id: Mapped[Key]
    post_id: Mapped[PostKey]
    # Empty: its writer has gone for good, and what was said with them.
    author_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    body: Mapped[Words]
    body_html: Mapped[Words]
    renderer: Mapped[Count]
    # The form it was written in: sent twice, it is still one comment.
    form_key: Mapped[str | None] = mapped_column(String(36))
    created_at: Mapped[Moment]
    edited_at: Mapped[MaybeMoment]
    # Goes up with every new text: the edit made in another tab is noticed.
    version: Mapped[int] = mapped_column(default=1)
    like_count: Mapped[Count]

    post: Mapped[Post] = relationship(lazy="raise")
    author: Mapped[User | None] = relationship(
        foreign_keys="Comment.author_id", lazy="raise"
    )
    parent: Mapped[Comment | None] = relationship(
        foreign_keys="Comment.parent_id", remote_side="Comment.id", lazy="raise"
    )

    TALLIES = (
        Tally("comment_count", of="post_id", by="author_id", only=_standing),
        Tally("reply_count", of="root_id", by="author_id", only=_answering),
    )
    __table_args__ = (
        UniqueConstraint("author_id", "form_key"),
        # One row of a conversation for each place in it, and the order of a branch.
        Index("ix_comment_place", "root_id", "place", unique=True),
        Index("ix_comment_path", "root_id", "path"),
        # What is new since somebody was here.
        Index("ix_comment_said", "post_id", "created_at"),
        # What answers the post itself, by age and by how much it is liked.
        Index(
            "ix_comment_roots",
            *("post_id", "id"),
            postgresql_where=_ROOTS,
            sqlite_where=_ROOTS,
        ),
        Index(
            "ix_comment_liked_roots",
            *("post_id", "like_count", "id"),
            postgresql_where=_ROOTS,
            sqlite_where=_ROOTS,
        ),
    )

    def say(self, body: str) -> None:
        """Have these words, and tell whom they name for the first time."""
        before = self._names(self.body) if self.body else frozenset()
        rendered = markdown.render_modest(body, look_up=known)
        self.body, self.body_html = body, rendered.html
        self.renderer = markdown.VERSION
        self.filter_by({"body": body}, rendered.tags)
        db.session.flush()
        self._tell(rendered.named.handles - before)

    def change(self, body: str) -> None:
        """Say something else; nothing happens where it is the same."""
        if body != self.body:
            self.version += 1
            self.edited_at = now()
            self.say(body)

    def rerender(self) -> None:
        """Make the HTML once more from the Markdown."""
        self.body_html = markdown.render_modest(self.body, look_up=known).html
        self.renderer = markdown.VERSION

    @property
    def path_of_page(self) -> str:
        """The address of its own page; its post and the author of that are loaded."""
        return f"{self.post.path}/comments/{self.id}"

    @property
    def anchor(self) -> str:
        return f"{self.path_of_page}#c{self.id}"

    @property
    def matter_words(self) -> str:
        return self.body

    @property
    def is_taken_down(self) -> bool:
        return self.hidden_at is not None and not self.is_hidden_by_author

    def take_down(self, by: User) -> None:
        self.hide(by)

    def put_back(self) -> None:
        self.show()

    @staticmethod
    def _names(body: str) -> frozenset[str]:
        return markdown.render_modest(body).named.handles

    def _tell(self, handles: frozenset[str]) -> None:
        """Tell those who can read it: nobody is told of what they may not open."""
        if not handles or self.author is None:
            return
        people = type(self.author)
        named = select(Handle.user_id).where(
            Handle.handle.in_(sorted(handles)[:MOST_NAMED])
        )
        told = select(people).where(
            people.id.in_(named),
            people.id != self.author_id,
            people.is_found_by(self.author),
            self.post.is_for(people.id) | (people.id == self.post.author_id),
        )
        if found := db.session.scalars(told).all():
            events.people_mentioned.send(self, people=found)


class Commenter:
    """The part of a user that says something below posts."""

    if TYPE_CHECKING:
        id: Mapped[int]

        def stays(self) -> bool: ...

    def comment_on(
        self,
        post: Post,
        body: str,
        answering: Comment | None = None,
        form_key: str | None = None,
    ) -> Comment:
        """Say something below ``post``; what is sent twice is said once.

        Other words from the same sheet, as after a step back, are another comment.
        """
        is_counted = self.stays()
        # Of two at once the second waits, and finds what the first has said.
        post.hold_thread()
        said = db.session.scalar(self.said_in(form_key)) if form_key else None
        words = post.id, answering and answering.id, body
        if said is None or (said.post_id, said.parent_id, said.body) != words:
            key = new_form_key() if said else form_key
            said = self._say(post, body, answering, key)
            said.count(+1 if is_counted else 0)
            events.comment_written.send(said)
        set_committed_value(said, "post", post)
        return said

    def said_in(self, form_key: str) -> Select[Comment]:
        """What was sent from the form with this key before, if anything."""
        return select(Comment).where(
            Comment.author_id == self.id, Comment.form_key == form_key
        )

    def comments(self) -> Select[Comment]:
        """Everything that they have said, the oldest first."""
        mine = select(Comment).where(Comment.author_id == self.id)
        return mine.order_by(Comment.id)

    def _say(
        self, post: Post, body: str, answering: Comment | None, form_key: str | None
    ) -> Comment:
        comment = Comment(post=post, author=self, parent=answering, form_key=form_key)
        comment.body = ""
        db.session.add(comment)
        comment.take_place(answering)
        comment.say(body)
        return comment
