"""What is forgotten below posts, now and then."""

from __future__ import annotations

from sqlalchemy import Select, func, or_, select, update

from app.lib.markdown import VERSION
from app.models.columns import now
from app.models.comment import Comment
from app.models.comment_standing import KEPT
from app.models.rows import touched
from app.models.user import User


def drawn_by_an_older_renderer(most: int) -> Select[Comment]:
    """Comments whose HTML is to be made again, the newest first."""
    old = select(Comment).where(Comment.renderer < VERSION, Comment.body != "")
    return old.order_by(Comment.id.desc()).limit(most).with_for_update()


def count_to_draw(version: int | None = None) -> Select[int]:
    """How many comments have words, drawn by a renderer older than ``version``."""
    said = select(func.count(Comment.id)).where(Comment.body != "")
    return said if version is None else said.where(Comment.renderer < version)


def forget_words() -> int:
    """Empty what was taken back long ago, and all of whoever goes for good today.

    The rows stay where others have answered: the thread is whole. How many it were.
    """
    gone = Comment.author_id.in_(select(User.id).where(User.ended()))
    old = Comment.deleted_at <= now() - KEPT
    words = update(Comment).where(or_(gone, old), Comment.body != "")
    # Nobody counts them any more: those who go have not been counted since they left.
    taken = func.coalesce(Comment.deleted_at, now() - KEPT)
    return touched(
        words.values(body="", body_html="", filter_text="", deleted_at=taken)
    )
