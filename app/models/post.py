"""What people write: an article or, without a title, a note."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    Index,
    Select,
    String,
    UniqueConstraint,
    select,
    text,
)
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from app import events
from app.extensions import db
from app.lib import markdown, slugs
from app.lib.reading import minutes_to_read
from app.models.address import Addressed
from app.models.audience import AUDIENCES, PUBLIC, Shown
from app.models.bin import Binnable
from app.models.columns import Count, Key, LongWords, Moment, UserKey, Words, now
from app.models.cover import Covered
from app.models.discussion import POLICIES, Commentable
from app.models.furniture import Furnished
from app.models.leaving import Withheld
from app.models.like import Likeable
from app.models.matter import Reportable
from app.models.mention import Mentioning
from app.models.muted_word import Filtered
from app.models.notice import Noticed
from app.models.picture import Illustrated, alts_of
from app.models.popularity import Warmed
from app.models.publication import Publishable
from app.models.references import known
from app.models.repost import Repostable
from app.models.revision import Revised
from app.models.searched import SearchedPost
from app.models.series import Continued
from app.models.share import Share, Shareable
from app.models.standing import Hideable
from app.models.tag import Taggable
from app.models.versions import Versioned
from app.models.working_copy import Promised

if TYPE_CHECKING:
    from app.models.user import User

TITLE_LONGEST, SUMMARY_LONGEST, BODY_LONGEST = 200, 300, 200_000
# A note shows whole on lists. A monster shows its beginning: one of more Markdown than
# five thousand characters with their links, or of much more HTML than such a note is.
WHOLE_NOTE, WHOLE_NOTE_HTML = 6_000, 60_000
# The mark of a cut note; no text can bring it along, since classes are not let in.
_CUT = '<p class="teaser">'
_HERE = "deleted_at IS NULL AND withheld_at IS NULL"
_LISTED = f"{_HERE} AND visibility = '{PUBLIC}'"


def _some(name: str, *columns: str, where: str) -> Index:
    """An index of those posts alone that somebody looks for."""
    condition = text(where)
    return Index(name, *columns, postgresql_where=condition, sqlite_where=condition)


class Post(
    Revised,
    Versioned,
    Publishable,
    Shown,
    Noticed,
    Binnable,
    Withheld,
    Hideable,
    Taggable,
    Mentioning,
    Filtered,
    Illustrated,
    Shareable,
    Promised,
    Covered,
    Addressed,
    Furnished,
    Continued,
    Likeable,
    Repostable,
    Warmed,
    Reportable,
    Commentable,
    SearchedPost,
    db.Model,
):
    matter_kind = "post"

    id: Mapped[Key]
    author_id: Mapped[UserKey]
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
    share: Mapped[Share | None] = relationship(
        back_populates="post", lazy="raise", passive_deletes="all"
    )

    __table_args__ = (
        UniqueConstraint("author_id", "slug"),
        UniqueConstraint("author_id", "form_key"),
        CheckConstraint(f"visibility IN {AUDIENCES}", name="known_visibility"),
        CheckConstraint(f"replies IN {POLICIES}", name="known_replies"),
        _some("ix_post_listed", "published_at", "id", where=_LISTED),
        # Whoever they are for: followers find more of an author than others do.
        _some("ix_post_listed_by", "author_id", "published_at", "id", where=_HERE),
        _some(
            "ix_post_long_reads",
            *("published_at", "id"),
            where=f"{_LISTED} AND word_count >= 1600",
        ),
        _some(
            "ix_post_popular",
            *("warm_at", "id"),
            where=f"{_LISTED} AND warm_at IS NOT NULL",
        ),
        _some(
            "ix_post_in_language",
            *("language", "published_at", "id"),
            where=f"{_LISTED} AND language <> ''",
        ),
        # Of the binned alone: of all, SQLite would read lists through it and sort them.
        _some("ix_post_deleted_at", "deleted_at", where="deleted_at IS NOT NULL"),
    )

    def revise(self, *, title: str, summary: str, body: str) -> None:
        """Give the post another text; nothing happens where it is the same text."""
        if (title, summary, body) == (self.title, self.summary, self.body):
            return
        self.title, self.summary, self.body = title, summary, body
        self.version = (self.version or 0) + 1
        self.updated_at = now()
        if self.is_published or self.announced_at:
            self.edited_at = self.updated_at
        self.rerender()
        if self.is_published:
            events.post_revised.send(self)
            self.tell_whom_it_names()
        if self.published_at is not None:
            self.keep_text()

    def settle(self) -> None:
        super().settle()
        events.post_settled.send(self)
        self.tell_whom_it_names()

    def throw_away(self) -> None:
        super().throw_away()
        # Its sheet of paper is free again: what is sent from it now is another post.
        self.form_key = None
        self.end_link()

    def rerender(self) -> None:
        """Make the HTML and what lists show of it once more from the Markdown."""
        # A note is shown on lists beside others: their footnotes must not meet.
        prefix = "" if self.title else f"{self.slug}-"
        rendered = markdown.render(self.body, prefix, look_up=known)
        self.body_html, self.excerpt = rendered.html, rendered.excerpt
        self.word_count, self.picture = rendered.words, rendered.picture or ""
        self.teaser_html = "" if self.title else self._teaser()
        self.list_headings(rendered.headings)
        self.renderer = markdown.VERSION
        self.tag_by_text(rendered.tags)
        self.filter_by(self.words, self.tags)
        self.name_people(rendered.named.handles)
        self.need(rendered.named.pictures)

    def _teaser(self) -> str:
        is_whole = len(self.body) <= WHOLE_NOTE
        is_whole = is_whole and len(self.body_html) <= WHOLE_NOTE_HTML
        return self.body_html if is_whole else f"{_CUT}{escape(self.excerpt)}</p>"

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
        return minutes_to_read(self.word_count)

    @property
    def path(self) -> str:
        return f"{self.author.path}/{self.slug}"

    @property
    def matter_words(self) -> str:
        return "\n\n".join(filter(None, self.words.values()))


Post.alts = column_property(alts_of(Post.id), deferred=True)


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
            author=self,
            author_id=self.id,
            slug=slugs.random_slug(),
            form_key=form_key,
            working_copy=None,
        )
        db.session.add(post)
        post.revise(title=title, summary=summary, body=body)
        return post

    def written_in(self, form_key: str) -> Select[Post]:
        """The post that was sent from the editor with this key before, if any."""
        return select(Post).where(Post.author_id == self.id, Post.form_key == form_key)
