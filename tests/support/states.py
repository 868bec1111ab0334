"""A text in each state that it can be in: see tests/audience/who_sees_it.py."""

from datetime import timedelta

from app.extensions import db
from app.models import Limitation, Post
from app.models.columns import now


def bring_into(post: Post, state: str) -> None:
    """Let a public ``post`` be in this state from now on."""
    if state in {"unlisted", "followers", "private"}:
        post.show_to(state)
    if state in {"draft", "scheduled", "unpublished"}:
        post.unpublish()
    if state == "scheduled":
        post.publish(now() + timedelta(days=1))
    if state == "binned":
        post.throw_away()
    if state == "hidden":
        post.hide()
    if state == "author limited":
        db.session.add(Limitation(user_id=post.author_id))
    if state == "author away":
        post.author.leave()
    if state == "not indexable":
        post.author.is_indexable = False
    db.session.commit()
