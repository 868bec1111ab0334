"""What people write: an article or, without a title, a note."""

from __future__ import annotations

#: 9
from typing import TYPE_CHECKING

#:
from sqlalchemy import Select, String, UniqueConstraint, select  #: 9
from sqlalchemy import Select, String, select  #: 7-8
from sqlalchemy import String  #: 6-6
#: 6-8
from sqlalchemy.orm import Mapped, mapped_column
#:
#: 9
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
#:

from app.extensions import db
from app.lib import slugs  #: 9
from app.lib.reading import minutes_to_read  #: 7
from app.models.columns import Key, MaybeMoment, Moment, Words, now  #: 6-8
from app.models.columns import Key, MaybeMoment, Moment, UserKey, Words, now  #: 9
#: 9

if TYPE_CHECKING:
    from app.models.user import User
#:

TITLE_LONGEST, BODY_LONGEST = 200, 20_000


class Post(db.Model):
    """What somebody wrote: an article or, without a title, a note."""

    id: Mapped[Key]
#: 9
    author_id: Mapped[UserKey]
    slug: Mapped[str] = mapped_column(String(slugs.LONGEST + 20))
#:
    title: Mapped[str] = mapped_column(String(TITLE_LONGEST), default="")
    body: Mapped[Words]
    created_at: Mapped[Moment]
    edited_at: Mapped[MaybeMoment]
#: 9

    author: Mapped[User] = relationship(back_populates="posts", lazy="raise")

    __table_args__ = (UniqueConstraint("author_id", "slug"),)
#:
#: 7

    @classmethod
#: 7-8
    def listed(cls) -> Select[Post]:
        """What lists show, newest first."""
        return select(cls).order_by(cls.id.desc())
#:
#: 9
    def listed(cls) -> Select[Post]:
        """What lists show, newest first, each with its author."""
        with_author = joinedload(cls.author, innerjoin=True)
        return select(cls).options(with_author).order_by(cls.id.desc())
#:
#:

    def revise(self, *, title: str, body: str) -> None:
        """Give the post another text; nothing happens where it is the same text."""
        if (title, body) == (self.title, self.body):
            return
        self.title, self.body = title, body  #: 6-6
        self.edited_at = now()  #: 6-6
#: 7
        if self.body:
            self.edited_at = now()
        self.title, self.body = title, body

    @property
    def is_note(self) -> bool:
        return not self.title

    @property
    def minutes(self) -> int:
        """How long it takes to read, in minutes; at least one."""
        return minutes_to_read(len(self.body.split()))

    @property
    def path(self) -> str:
#: 7-8
        return f"/posts/{self.id}"
#:
#: 9
        return f"{self.author.path}/{self.slug}"


class Author:
    """The part of a user that writes."""

    if TYPE_CHECKING:
        id: Mapped[int]

    def write(self, *, title: str, body: str) -> Post:
        """Begin a post; its address comes from its title and stays."""
        used = select(Post.slug).where(Post.author_id == self.id)
        wanted = slugs.slug_of(title)
        slug = slugs.first_free(wanted, set(db.session.scalars(used)))
        post = Post(author=self, author_id=self.id, slug=slug)
        db.session.add(post)
        post.revise(title=title, body=body)
        return post
#:
#:
