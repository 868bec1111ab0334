"""Words under which posts are found, and which posts have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Connection,
    Delete,
    ForeignKey,
    Index,
    Select,
    String,
    delete,
    event,
    insert,
    inspect,
    literal,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.lib.tags import LONGEST, MOST, normalized, spelled, split
from app.models.columns import Key, LongWords, MaybeMoment, code_points
from app.models.former_tag import FormerTag
from app.models.rows import add_missing
from app.models.tag_follow import TagFollow


class Tag(db.Model):
    id: Mapped[Key]
    name: Mapped[str] = mapped_column(code_points(LONGEST), unique=True)
    # The name in the case in which it was written first.
    label: Mapped[str] = mapped_column(String(LONGEST))

    @classmethod
    def named(cls, name: str) -> Select[Tag]:
        return select(cls).where(cls.name == name)

    @classmethod
    def once_named(cls, name: str) -> Select[Tag]:
        """What was called so before it was renamed, or became part of another."""
        known = FormerTag.tag_id == cls.id
        return select(cls).join(FormerTag, known).where(FormerTag.name == name)

    @classmethod
    def removal(cls) -> Delete:
        """The statement that removes words which no post has, and nobody follows.

        What is known by another name stays: that name leads here for ever.
        """
        used = select(Tagging.tag_id).where(Tagging.tag_id == cls.id)
        followed = select(TagFollow.tag_id).where(TagFollow.tag_id == cls.id)
        former = select(FormerTag.tag_id).where(FormerTag.tag_id == cls.id)
        return delete(cls).where(~used.exists(), ~followed.exists(), ~former.exists())


class Tagging(db.Model):
    post_id: Mapped[int] = mapped_column(
        ForeignKey("post.id", ondelete="CASCADE"), primary_key=True
    )
    # A word that somebody takes up this very moment is not swept away from under them.
    tag_id: Mapped[int] = mapped_column(
        ForeignKey("tag.id", ondelete="RESTRICT"), primary_key=True
    )
    place: Mapped[int]
    # That of the post: the newest of 100,000 posts are the first of the index. Sorted
    # from the posts themselves, a page of a well-worn tag took 170 ms on SQLite.
    published_at: Mapped[MaybeMoment]

    __table_args__ = (Index(None, "tag_id", "published_at", "post_id"),)


class Taggable:
    """The part of a post that is found by its tags: its own, then its hashtags."""

    # The source, like the Markdown: what was given, and what stands in the text.
    tag_line: Mapped[LongWords]
    hashtags: Mapped[LongWords]

    if TYPE_CHECKING:
        id: Mapped[int]
        published_at: Mapped[MaybeMoment]

    @property
    def tags(self) -> dict[str, str]:
        """Its tags by name, each as it is spelled here, without asking the database."""
        labels = labels_of(self.tag_line, self.hashtags)
        return {normalized(label): label for label in labels}

    def tag_with(self, names: Sequence[str]) -> None:
        """Give the post these tags, beside those that stand in its text."""
        self._tag(", ".join(map(spelled, names)), self.hashtags or "")

    def tag_by_text(self, names: Sequence[str]) -> None:
        """Take up the hashtags of the text, as far as there is room for them."""
        self._tag(self.tag_line or "", ", ".join(names))

    def _tag(self, line: str, hashtags: str) -> None:
        if (line, hashtags) == (self.tag_line or "", self.hashtags or ""):
            return
        self.tag_line, self.hashtags = line, hashtags
        # A row of a tag needs the row of the post.
        db.session.flush()
        db.session.execute(delete(Tagging).where(Tagging.post_id == self.id))
        keys = _keys_of(labels_of(line, hashtags))
        rows = [
            {
                "post_id": self.id,
                "tag_id": key,
                "place": place,
                "published_at": self.published_at,
            }
            for place, key in enumerate(keys)
        ]
        if rows:
            db.session.execute(insert(Tagging), rows)


@event.listens_for(Taggable, "after_update", propagate=True)
def _move(_mapper: Any, connection: Connection, post: Any) -> None:
    """Keep the moment of the rows that of their post, whoever changes it."""
    if inspect(post).attrs.published_at.history.has_changes():
        mine = update(Tagging).where(Tagging.post_id == post.id)
        connection.execute(mine.values(published_at=post.published_at))


def labels_of(line: str, hashtags: str) -> Sequence[str]:
    """The tags that were given and those in the text, as far as there is room."""
    return split(f"{line}, {hashtags}")[:MOST]


def _keys_of(labels: Sequence[str]) -> list[int]:
    """The keys of tags in the order of ``labels``; new ones are made."""
    named = {normalized(label): label for label in labels}
    known = _known(named)
    # Sorted: two writers who bring the same new words do not wait for each other.
    missing = [
        {"name": name, "label": named[name]} for name in sorted(named.keys() - known)
    ]
    if missing:
        add_missing(Tag, missing)
        known = _known(named)
    if _gone(known.values()):
        # A moderator made one of two just now: where to is known by now.
        return _keys_of(labels)
    # Two names may have become those of one tag.
    return list(dict.fromkeys(known[name] for name in named))


def _known(names: Any) -> dict[str, int]:
    """The keys of tags by what they are called, or were."""
    live = select(Tag.name, Tag.id).where(Tag.name.in_(names))
    former = select(FormerTag.name, FormerTag.tag_id).where(FormerTag.name.in_(names))
    # Should a name be both, the tag that is called so has it.
    rows = db.session.execute(
        union_all(former.add_columns(literal(0)), live.add_columns(literal(1)))
    )
    return {name: key for name, key, _is_live in sorted(rows, key=itemgetter(2))}


def _gone(keys: Iterable[int]) -> bool:
    """Whether a tag is no more; those that are stay until this is done."""
    wanted = set(keys)
    here = select(Tag.id).where(Tag.id.in_(wanted)).order_by(Tag.id)
    held = here.with_for_update(read=True, key_share=True)
    return wanted != set(db.session.scalars(held))
