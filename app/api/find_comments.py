"""Comments by their number, or the failure that says which."""

from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm.attributes import set_committed_value

from app.api.find_posts import open_post
from app.extensions import db
from app.models import Comment, threads
from app.web.find_comments import can_be_read
from app.web.problems import refuse


def comment(key, lock=False):
    """A comment below a post that the reader may read, whether they can read it or not.

    :param lock: nobody else changes it until this is done.
    """
    post_id = db.session.scalar(select(Comment.post_id).where(Comment.id == key))
    post = post_id and open_post(post_id)
    if not post:
        refuse(404, comment="not found")
    wanted = threads.one(post, key)
    if lock:
        wanted = wanted.with_for_update(of=Comment, key_share=True)
    found = db.session.scalar(wanted)
    set_committed_value(found, "post", post)
    return found


def readable(key):
    """A comment that the reader can read."""
    found = comment(key)
    return found if can_be_read(found) else refuse(404, comment="not found")


def own(key):
    """A comment of the reader, which nobody else changes until this is done."""
    found = comment(key, lock=True)
    if found.author_id != current_user.id:
        refuse(403, comment="forbidden")
    return found


def hosted(key):
    """A comment of somebody else below a post of the reader, not taken back."""
    found = comment(key)
    if found.post.author_id != current_user.id or found.author_id == current_user.id:
        refuse(403, comment="forbidden")
    return found if found.deleted_at is None else refuse(404, comment="not found")
