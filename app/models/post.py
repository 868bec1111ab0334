"""What people write: an article or, without a title, a note."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Index,
    Select,
    String,
    UniqueConstraint,
    func,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import db
from app.lib import markdown, slugs
from app.models.bin import Binnable
from app.models.columns import Count, Key, LongWords, Moment, UserKey, Words, now
from app.models.leaving import Withheld
from app.models.publication import Publishable

if TYPE_CHECKING:
    from app.models.user import User

TITLE_LONGEST, SUMMARY_LONGEST, BODY_LONGEST = 200, 300, 200_000
WORDS_A_MINUTE = 230
# A note that is longer than this shows only its beginning on lists.
WHOLE_NOTE = 2_000
# The mark of a cut note; no text can bring it along, since classes are not let in.
_CUT = '<p class="teaser">'
_LISTED: dict[str, Any] = {
    "postgresql_where": text("deleted_at IS NULL AND withheld_at IS NULL"),
    "sqlite_where": text("deleted_at IS NULL AND withheld_at IS NULL"),
}
_BINNED: dict[str, Any] = {
    "postgresql_where": text("deleted_at IS NOT NULL"),
    "sqlite_where": text("deleted_at IS NOT NULL"),
}


class Post(
    Publishable,
    Binnable,
    Withheld,
    db.Model,
):
    id: Mapped[Key]
    author_id: Mapped[UserKey]
    slug: Mapped[str] = mapped_column(String(slugs.LONGEST + 20))
    title: Mapped[str] = mapped_column(String(TITLE_LONGEST), default="")
    summary: Mapped[str] = mapped_column(String(SUMMARY_LONGEST), default="")
    body: Mapped[LongWords]

    # What the renderer made of the body, and which version of it did.
    body_html: Mapped[LongWords]
    teaser_html: Mapped[Words]
    excerpt: Mapped[str] = mapped_column(String(400), default="")
    picture: Mapped[Words]
    word_count: Mapped[Count]
    renderer: Mapped[Count]

    # The editor it was written in: sent twice, it is still one post.
    form_key: Mapped[str | None] = mapped_column(String(36))
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]
    # Goes up with every new text: the edit made in another tab is noticed.
    version: Mapped[int] = mapped_column(default=1)

    author: Mapped[User] = relationship(back_populates="posts", lazy="raise")

    __table_args__ = (
        UniqueConstraint("author_id", "slug"),
        UniqueConstraint("author_id", "form_key"),
        Index("ix_post_listed", "published_at", "id", **_LISTED),
        Index("ix_post_listed_by", "author_id", "published_at", "id", **_LISTED),
        # Of the binned alone: of all, SQLite would read lists through it and sort them.
        Index("ix_post_deleted_at", "deleted_at", **_BINNED),
    )

    def revise(self, *, title: str, summary: str, body: str) -> None:
        """Give the post another text; nothing happens where it is the same text."""
        if (title, summary, body) == (self.title, self.summary, self.body):
            return
        self.title, self.summary, self.body = title, summary, body
        self.version = (self.version or 0) + 1
        self.updated_at = now()
        if self.is_published:
            self.edited_at = self.updated_at
        self.rerender()

    def throw_away(self) -> None:
        super().throw_away()
        # Its sheet of paper is free again: what is sent from it now is another post.
        self.form_key = None

    def rerender(self) -> None:
        """Make the HTML and what lists show of it once more from the Markdown."""
        # A note is shown on lists beside others: their footnotes must not meet.
        rendered = markdown.render(
            self.body, prefix="" if self.title else f"{self.slug}-"
        )
        self.body_html, self.excerpt = rendered.html, rendered.excerpt
        self.word_count, self.picture = rendered.words, rendered.picture or ""
        self.teaser_html = "" if self.title else self._teaser()
        self.renderer = markdown.VERSION

    def _teaser(self) -> str:
        is_short = len(self.body_html) <= WHOLE_NOTE
        return self.body_html if is_short else f"{_CUT}{escape(self.excerpt)}</p>"

    @property
    def is_note(self) -> bool:
        return not self.title

    @property
    def is_cut_on_lists(self) -> bool:
        """Whether a list shows only the beginning of this note."""
        return self.teaser_html.startswith(_CUT)

    @property
    def minutes(self) -> int:
        """How long it takes to read, in minutes; at least one."""
        return max(1, round(self.word_count / WORDS_A_MINUTE))

    @property
    def path(self) -> str:
        return f"{self.author.path}/{self.slug}"


class Author:
    """The part of a user that writes."""

    post_count: Mapped[Count]

    if TYPE_CHECKING:
        id: Mapped[int]

    def write(
        self, *, title: str, summary: str, body: str, form_key: str | None = None
    ) -> Post:
        """Begin a post: a draft, until it is published."""
        post = Post(
            author=self, author_id=self.id, slug=slugs.random_slug(), form_key=form_key
        )
        db.session.add(post)
        post.revise(title=title, summary=summary, body=body)
        return post

    def written_in(self, form_key: str) -> Select[Post]:
        """The post that was sent from the editor with this key before, if any."""
        return select(Post).where(Post.author_id == self.id, Post.form_key == form_key)


def recount_posts(people: type[User]) -> None:
    """Set the counter of everybody's posts to what the rows say."""
    counted = (
        select(func.count())
        .where(Post.author_id == people.id)
        .where(Post.published_at.is_not(None), Post.deleted_at.is_(None))
    )
    db.session.execute(update(people).values(post_count=counted.scalar_subquery()))
