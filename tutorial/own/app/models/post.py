"""What people write: an article or, without a title, a note."""

from __future__ import annotations

#: 9
from typing import TYPE_CHECKING

#:
from sqlalchemy import Index, Select, String, UniqueConstraint  #: 13
from sqlalchemy import Select, String, UniqueConstraint  #: 12-12
from sqlalchemy import Select, String, UniqueConstraint, select  #: 9-11
from sqlalchemy import Select, String, select  #: 7-8
from sqlalchemy import String  #: 6-6
#: 6-8
from sqlalchemy.orm import Mapped, mapped_column
#:
#: 9
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
#:

from app.extensions import db
from app.lib import markdown, slugs  #: 12
from app.lib import slugs  #: 9-11
from app.lib.reading import minutes_to_read  #: 7
from app.models.columns import Key, MaybeMoment, Moment, Words, now  #: 6-8
from app.models.columns import Key, MaybeMoment, Moment, UserKey, Words, now  #: 9-11
#: 12
from app.models.columns import Count, Key, MaybeMoment, Moment, UserKey, Words, now
from app.models.comment import Commentable  #: 14
from app.models.picture import Covered  #: 15
from app.models.publication import Publishable
#:
#: 9

if TYPE_CHECKING:
    from app.models.user import User
#:

TITLE_LONGEST, BODY_LONGEST = 200, 20_000


class Post(db.Model):  #: 6-11
#: 12
class Post(
    Publishable,
    Commentable,  #: 14
    Covered,  #: 15
    db.Model,
):
#:
    """What somebody wrote: an article or, without a title, a note."""

    id: Mapped[Key]
#: 9
    author_id: Mapped[UserKey]
    slug: Mapped[str] = mapped_column(String(slugs.LONGEST + 20))
#:
    title: Mapped[str] = mapped_column(String(TITLE_LONGEST), default="")
    body: Mapped[Words]
#: 12

    # What the renderer made of the body, and which version of it did.
    body_html: Mapped[Words]
    excerpt: Mapped[str] = mapped_column(String(400), default="")
    word_count: Mapped[Count]
    renderer: Mapped[Count]

#:
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]  #: 12
    edited_at: Mapped[MaybeMoment]
#: 12
    # Goes up with every new text: the edit made in another tab is noticed.
    version: Mapped[int] = mapped_column(default=1)
#:
#: 9

    author: Mapped[User] = relationship(back_populates="posts", lazy="raise")

    __table_args__ = (UniqueConstraint("author_id", "slug"),)  #: 9-12
#: 13
    __table_args__ = (
        UniqueConstraint("author_id", "slug"),
        Index("ix_post_listed", "published_at", "id"),
        Index("ix_post_listed_by", "author_id", "published_at", "id"),
    )
#:
#:
#: 7

    @classmethod
#: 7-8
    def listed(cls) -> Select[Post]:
        """What lists show, newest first."""
        return select(cls).order_by(cls.id.desc())
#:
#: 9-12
    def listed(cls) -> Select[Post]:
        """What lists show, newest first, each with its author."""
        with_author = joinedload(cls.author, innerjoin=True)
        return select(cls).options(with_author).order_by(cls.id.desc())  #: 9-11
        return cls.published().options(with_author).order_by(cls.id.desc())  #: 12-12
#:
#: 13
    def listed(cls) -> Select[Post]:
        """What lists show, each with its author."""
        return cls.published().options(joinedload(cls.author, innerjoin=True))
#:
#:

    def revise(self, *, title: str, body: str) -> None:
        """Give the post another text; nothing happens where it is the same text."""
        if (title, body) == (self.title, self.body):
            return
        self.title, self.body = title, body  #: 6-6
        self.edited_at = now()  #: 6-6
#: 7
#: 7-11
        if self.body:
            self.edited_at = now()
        self.title, self.body = title, body
#:
#: 12
        self.title, self.body = title, body
        self.version = (self.version or 0) + 1
        self.updated_at = now()
        if self.is_published:
            self.edited_at = self.updated_at
        self.rerender()

    def rerender(self) -> None:
        """Make the HTML and what lists show of it once more from the Markdown."""
        # A note is shown on lists beside others: their footnotes must not meet.
        prefix = "" if self.title else f"{self.slug}-"
        rendered = markdown.render(self.body, prefix)
        self.body_html, self.excerpt = rendered.html, rendered.excerpt
        self.word_count, self.renderer = rendered.words, markdown.VERSION
#:

    @property
    def is_note(self) -> bool:
        return not self.title

    @property
    def minutes(self) -> int:
        """How long it takes to read, in minutes; at least one."""
        return minutes_to_read(len(self.body.split()))  #: 7-11
        return minutes_to_read(self.word_count)  #: 12

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
#: 9-11
        """Begin a post; its address comes from its title and stays."""
        used = select(Post.slug).where(Post.author_id == self.id)
        wanted = slugs.slug_of(title)
        slug = slugs.first_free(wanted, set(db.session.scalars(used)))
        post = Post(author=self, author_id=self.id, slug=slug)
#:
#: 12
        """Begin a post: a draft, until it is published."""
        post = Post(author=self, author_id=self.id, slug=slugs.random_slug())
#:
        db.session.add(post)
        post.revise(title=title, body=body)
        return post
#:
#:
