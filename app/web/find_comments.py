"""Comments by their address, or 404: what one may not see does not exist."""

from flask import abort
from flask_login import current_user
from sqlalchemy.orm.attributes import set_committed_value

from app.extensions import db
from app.models import Comment, Post, threads
from app.web import find
from app.web.headers import keep_private


def post_at(handle: str, slug: str) -> Post:
    """A post by its address; what is not for everybody stays with its readers."""
    post = find.post(handle, slug)
    if not post.is_public:
        keep_private()
    return post


def comment_below(post: Post, key: int, lock: bool = False) -> Comment:
    """A comment below ``post`` that others can see the place of, or 404."""
    wanted = threads.one(post, key)
    if lock:
        wanted = wanted.with_for_update(of=Comment, key_share=True)
    found: Comment = db.one_or_404(wanted)
    set_committed_value(found, "post", post)
    return found


def standing_below(post: Post, key: int) -> Comment:
    """A comment below ``post`` that the reader can read, or 404."""
    found = comment_below(post, key)
    if not can_be_read(found):
        abort(404)
    return found


def own_below(post: Post, key: int, lock: bool = False) -> Comment:
    """A comment of the reader: 404 where it was taken back, 403 if it is another’s.

    :param lock: let nobody else change it until this is done.
    """
    found = comment_below(post, key, lock)
    if found.author_id != current_user.id:
        abort(403)
    return found if found.deleted_at is None else abort(404)


def answered_below(post: Post, key: int) -> Comment | None:
    """What somebody wants to answer, if they can still read it."""
    found: Comment | None = db.session.scalar(threads.one(post, key))
    if found is None:
        return None
    set_committed_value(found, "post", post)
    return found if can_be_read(found) else None


def can_be_read(comment: Comment) -> bool:
    """Whether the reader, who is signed in, finds the words of a comment."""
    author = comment.author
    if author is None or author.is_away or not comment.is_standing:
        return False
    return author == current_user or not current_user.is_apart_from(author)
