"""Giving a text to everybody: what a page does, and what a program does."""

from app.extensions import db
from app.models import Post
from app.web import find
from app.web.races import won


def publish(post: Post) -> Post:
    """Publish a text of the reader's own; the same post, perhaps loaded once more."""
    # What was typed is kept already, whoever takes the address meanwhile.
    db.session.commit()
    post.publish()
    if not won():
        post = find.own_post(post.id)
        post.publish()
    db.session.commit()
    return post
