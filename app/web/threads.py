"""What is said below a post: found, put in order, and noted as seen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import abort, request
from flask_babel import gettext as _
from sqlalchemy import Row, Select

from app.extensions import db
from app.lib.cursors import ranked_cursor, ranked_place
from app.models import Comment, Post, threads
from app.web.afterwards import after_answer
from app.web.branches import Branch, grown
from app.web.comment_form import CommentForm
from app.web.current import reader

Place = TypeVar("Place")
#: So many answers to a post on a page, and so many comments of one branch.
PAGE, STRETCH = 20, 50
#: So much of what a comment answers stands above it on its own page.
CONTEXT = 3
_PATH = re.compile(r"([0-9a-f]{6}){1,16}")


@dataclass
class Thread:
    """One page of what is said below a post, with what its reader may do there."""

    post: Post
    form: CommentForm
    branches: Sequence[Branch] = ()
    sort: str = threads.OLDEST
    #: The address of the next page, if there is one.
    further: str | None = None
    #: How much was said by others since the reader was here.
    news: int = 0
    #: Why the reader may say nothing, if they may not.
    silence: str | None = None
    #: What the first comment of the page answers, the nearest last.
    context: Sequence[Branch] = ()


def thread_below(post: Post) -> Thread:
    """The page of answers to ``post`` that the address asks for.

    Where nothing can be read nobody is asked, but for who could show what they hid.
    """
    thread = _begun(post)
    asked = request.args.get("sort")
    thread.sort = asked if asked in threads.SORTS else threads.OLDEST
    seen_at = _seen_before(thread)
    if post.comment_count or _me() == post.author_id:
        after = place_in(ranked_place)
        rows = _rows(threads.below(post, thread.sort, after, PAGE + 1))
        _hang(thread, rows, seen_at)
    return thread


def branch_of(comment: Comment) -> Thread:
    """A comment with what answers it, on a page of its own."""
    thread = _begun(comment.post)
    after = place_in(path_place) or ""
    rows = _rows(threads.branch(comment, after, STRETCH + 1))
    if len(rows) > STRETCH:
        last = rows[STRETCH - 1][0]
        thread.further = f"{comment.path_of_page}?{urlencode({'after': last.path})}"
    thread.branches = grown(rows[:STRETCH], None, _me(), comment.post.author_id)
    if not after and not comment.is_root:
        context = threads.for_reader(comment.above(CONTEXT), reader())
        is_hosted = _me() == comment.post.author_id
        thread.context = [
            Branch(*marks, is_hosted=is_hosted) for marks in map(tuple, _run(context))
        ]
        for head in thread.branches[:1]:
            head.is_loose = False
    return thread


def _begun(post: Post) -> Thread:
    """A page without comments, which knows who reads it."""
    thread = Thread(post, CommentForm(blank=True, post=post))
    me = reader()
    thread.silence = post.silences(me) if me else post.silences_visitors()
    return thread


def _rows(found: Select[Comment]) -> Sequence[Row[Any]]:
    return _run(threads.for_reader(found, reader()))


def _run(found: Select[Any]) -> Sequence[Row[Any]]:
    return db.session.execute(found).all()


def _me() -> int | None:
    me = reader()
    return me and me.id


def _hang(thread: Thread, rows: Sequence[Row[Any]], seen_at: datetime | None) -> None:
    """Put conversations in their order, and say where the next page begins."""
    host = thread.post.author_id
    thread.branches, further = conversations(rows, thread.sort, PAGE, host, seen_at)
    if further:
        place = {"sort": thread.sort, "after": further}
        thread.further = f"{thread.post.path}/comments?{urlencode(place)}"


def conversations(
    rows: Sequence[Row[Any]],
    sort: str,
    size: int,
    host: int,
    seen_at: datetime | None = None,
) -> tuple[list[Branch], str]:
    """The first ``size`` conversations of ``rows`` in their order; where others begin.

    :param host: who wrote the post.
    """
    roots = [row[0] for row in rows if row[0].is_root]
    if sort != threads.OLDEST:
        is_liked = sort == threads.LIKED
        roots.sort(key=lambda c: (c.like_count if is_liked else 0, c.id), reverse=True)
    order = {root.id: place for place, root in enumerate(roots[:size])}
    shown = [row for row in rows if row[0].root_id in order]
    branches = grown(shown, seen_at, _me(), host)
    here = Counter(row[0].root_id for row in shown if _counts(row[0]))
    for one in branches:
        one.more = max(0, one.comment.reply_count - here[one.comment.id])
    last = roots[size - 1] if len(roots) > size else None
    further = ranked_cursor(last.like_count, last.id) if last else ""
    return sorted(branches, key=lambda one: order[one.comment.id]), further


def _counts(comment: Comment) -> bool:
    """Whether it is among the replies that its root counts."""
    author = comment.author
    is_here = author is not None and not author.is_away
    return is_here and comment.is_standing and not comment.is_root


def _seen_before(thread: Thread) -> datetime | None:
    """When the reader was last here; that they are here now is noted afterwards."""
    me, post = reader(), thread.post
    if me is None:
        return None
    row = db.session.execute(me.news_below(post)).first()
    seen_at, thread.news = row if row else (None, 0)
    if row is None or thread.news:
        after_answer(lambda: me.seeing(post))
    return seen_at


def place_in(read: Callable[[str], Place]) -> Place | None:
    """Where the page begins that the address asks for."""
    asked = request.args.get("after")
    try:
        return read(asked) if asked else None
    except ValueError:
        words = _("This link to more comments is damaged. Start again from the first.")
        abort(400, words)


def path_place(asked: str) -> str:
    if not _PATH.fullmatch(asked):
        raise ValueError(f"not a path: {asked[:40]!r}")
    return asked
