"""Conversations longer than a test has the time to hold."""

from sqlalchemy import insert

from app.extensions import db
from app.models import Comment, Post, User
from app.models.columns import now

_DIGITS, _LEVELS = 6, 16


def chain(person: User, post: Post, length: int) -> Comment:
    """Each comment answers the one before, as ``comment_on`` would write it."""
    root = person.comment_on(post, "No. 0")
    last = root
    for number in range(1, 3):
        last = person.comment_on(post, f"No. {number}", last)
    db.session.flush()
    first, path, rows = last.id, last.path, []
    for number in range(3, length):
        path = path[: _DIGITS * (_LEVELS - 1)] + f"{number:0{_DIGITS}x}"
        words = {"body": f"No. {number}", "body_html": f"<p>No. {number}</p>"}
        place = {"root_id": root.id, "place": number, "path": path}
        above = first + number - 3
        known = {"post_id": post.id, "author_id": person.id, "created_at": now()}
        rows.append({"id": above + 1, "parent_id": above, **known, **words, **place})
    db.session.execute(insert(Comment), rows)
    post.comment_count = length
    root.reply_count = length - 1
    db.session.commit()
    return db.session.get_one(Comment, first + length - 3)
