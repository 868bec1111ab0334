"""Which comments a page shows, and what of them one reader does not get to see."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Select, and_, false, func, not_, or_, select, tuple_
from sqlalchemy.orm import aliased, contains_eager, defer, joinedload, undefer

from app.models.comment import Comment
from app.models.comment_like import CommentLike
from app.models.post import Post
from app.models.standing import Limitation
from app.models.user import User

OLDEST: Final = "oldest"
NEWEST: Final = "newest"
LIKED: Final = "liked"
#: The orders of what answers a post. Answers to that stand as they were written.
SORTS: Final = (OLDEST, NEWEST, LIKED)
#: So many answers stand below a comment on the page of its post.
FEW: Final = 8


def below(
    post: Post, sort: str, after: tuple[int, int] | None, size: int
) -> Select[Comment]:
    """What answers ``post``, and of each conversation the beginning.

    Both in one statement, and as fast for five thousand comments as for fifty: two
    stretches of an index. They are handed over in the order of their conversations.

    :param after: likes and number of the last one on the page before.
    """
    root = aliased(Comment)
    roots = select(root.id).where(root.post_id == post.id, root.parent_id.is_(None))
    if sort == LIKED:
        if after:
            roots = roots.where(tuple_(root.like_count, root.id) < after)
        roots = roots.order_by(root.like_count.desc(), root.id.desc())
    elif sort == NEWEST:
        roots = roots.where(root.id < after[1]) if after else roots
        roots = roots.order_by(root.id.desc())
    else:
        roots = roots.where(root.id > after[1]) if after else roots
        roots = roots.order_by(root.id)
    found = select(Comment).where(
        Comment.root_id.in_(roots.limit(size)), Comment.place <= FEW
    )
    return found.order_by(Comment.root_id, Comment.place)


def branch(comment: Comment, after: str, size: int) -> Select[Comment]:
    """A comment and what answers it, as a tree is read; ``after`` a path if at all."""
    found: Select[Comment] = comment.branch()
    return (found.where(Comment.path > after) if after else found).limit(size)


def for_reader(
    found: Select[Comment], reader: User | None, *, source: bool = False
) -> Select[Any]:
    """``found`` with its writers, and what the reader's own marks on each are.

    :param source: with the Markdown of each as well.

    Whether it is not for them to see, whether they muted its writer or a word in it,
    and whether they like it: all in the same statement.
    """
    limited = Comment.author_id.in_(Limitation.limited_ids())
    marks: tuple[Any, Any, Any] = (limited, false(), false())
    if reader is not None:
        is_theirs = Comment.author_id == reader.id
        stranger = and_(limited, ~is_theirs, ~reader.follows(Comment.author_id))
        unseen = or_(Comment.author_id.in_(reader.apart_ids()), stranger)
        muted = or_(
            Comment.author_id.in_(reader.muted_ids()),
            reader.is_deaf_to(Comment.filter_text),
        )
        likes = select(CommentLike.comment_id).where(
            CommentLike.comment_id == Comment.id, CommentLike.user_id == reader.id
        )
        marks = (unseen, and_(~is_theirs, muted), likes.exists())
    words = undefer(Comment.body) if source else defer(Comment.body)
    whole = words, joinedload(Comment.author)
    columns = (func.coalesce(mark, false()) for mark in marks)
    return found.add_columns(*columns).options(*whole)


def to_all(post: Post) -> Select[Comment]:
    """What everybody reads below ``post``, of people who are not apart from its author.

    For those who read it elsewhere: there nothing is folded away.
    """
    here = User.everybody(None).whereclause
    assert here is not None
    return (
        select(Comment)
        .join(Comment.author)
        .options(contains_eager(Comment.author))
        .where(Comment.post_id == post.id, Comment.stands(), here)
        .where(Comment.author_id.not_in(post.author.apart_ids()))
    )


def heard_below(post: Post, reader: User | None) -> Select[Comment]:
    """What ``reader`` reads below ``post`` in one piece, the newest first.

    For a program, which folds nothing away: what they do not want is left out.
    """
    here = User.everybody(reader).whereclause
    assert here is not None
    found = (
        select(Comment)
        .join(Comment.author)
        .where(Comment.post_id == post.id, Comment.stands(), here)
    )
    if reader is not None:
        unheard = or_(
            Comment.author_id.in_(reader.muted_ids()),
            reader.is_deaf_to(Comment.filter_text),
        )
        found = found.where(or_(Comment.author_id == reader.id, not_(unheard)))
    whole = contains_eager(Comment.author).undefer_group("whole")
    return found.options(whole).order_by(Comment.id.desc())


def one(post: Post, key: int) -> Select[Comment]:
    """A comment below ``post`` by its number, with who wrote it and who hid it."""
    people = joinedload(Comment.author), joinedload(Comment.hidden_by)
    mine = select(Comment).where(Comment.id == key, Comment.post_id == post.id)
    return mine.options(*people)
