"""Comments as they hang together on a page: a tree that is never deep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.models import Comment

#: So many levels are drawn; what is deeper is on the last, and says what it answers.
LEVELS = 4


@dataclass(eq=False)
class Branch:
    """A comment as one reader finds it, with what answers it."""

    comment: Comment
    is_unseen: bool
    is_muted: bool
    is_liked: bool
    #: Who reads it wrote the post, and has to answer for all that stands below.
    is_hosted: bool = False
    is_new: bool = False
    level: int = 1
    replies: list[Branch] = field(default_factory=list)
    #: What it answers, where that does not stand right above it.
    answers: Branch | None = None
    #: It answers something that is on another page.
    is_loose: bool = False
    #: How many more answers its own page has.
    more: int = 0

    @property
    def state(self) -> str:
        """Why it cannot be read, or ``"open"``."""
        author = self.comment.author
        if author is None:
            return "left"
        if self.comment.deleted_at:
            return "deleted"
        if author.is_away or (self.is_unseen and not self.is_hosted):
            return "unseen"
        if self.comment.hidden_at:
            return "hidden"
        return "folded" if self.is_unseen else "open"

    @property
    def is_gone(self) -> bool:
        """Whether it stands only for the sake of what answers it."""
        return self.state not in {"open", "hidden", "folded"}


def grown(
    rows: Iterable[Any], seen_at: datetime | None, me: int | None, host: int
) -> list[Branch]:
    """The branches of ``rows``, each of which comes after what it answers.

    :param me: who reads them, and ``host`` who wrote the post.

    No call for each level: a thread may be a thousand deep.
    """
    top: list[Branch] = []
    known: dict[int, Branch] = {}
    homes: dict[int, list[Branch]] = {}
    for comment, is_unseen, is_muted, is_liked in rows:
        one = Branch(comment, is_unseen, is_muted, is_liked, me == host)
        is_news = seen_at is not None and comment.created_at > seen_at
        one.is_new = is_news and comment.author_id != me
        above = known.get(comment.parent_id)
        home = top
        if above is None:
            one.is_loose = comment.parent_id is not None
        elif above.level < LEVELS:
            one.level, home = above.level + 1, above.replies
        else:
            one.level, home = above.level, homes[above.comment.id]
            one.answers = above
        home.append(one)
        known[comment.id], homes[comment.id] = one, home
    _prune(known, homes)
    return top


def _prune(known: dict[int, Branch], homes: dict[int, list[Branch]]) -> None:
    """Drop what cannot be read and nobody answered, from the twigs inwards."""
    needed: set[int | None] = set()
    for key, one in reversed(known.items()):
        if one.is_gone and key not in needed and one.comment.reply_count == 0:
            homes[key].remove(one)
        else:
            needed.add(one.comment.parent_id)
