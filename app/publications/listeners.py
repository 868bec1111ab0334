"""What the worker does when the time of a post has come."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.models import Post, User
from app.web.mail_kinds import unsubscribe_url, wants
from app.web.outbox import delivers
from app.web.owner import tell
from app.web.publishing import may_write
from app.web.urls import absolute_url

KIND = "post_out"


@delivers("appearance")
def notice(_row, post_id, moment):
    """Count what has appeared, tell of it, and write to its author; once.

    Whoever gave the time up left this row behind, and it finds nothing to do.
    """
    due = Post.published_at == datetime.fromisoformat(moment)
    post = db.session.scalar(_with_author(post_id).where(due))
    if post is None or post.deleted_at:
        return
    if post.author.is_away or not may_write(post.author):
        # It would stand there, old already, on the day they come back or may again.
        post.unpublish()
        return
    post.settle()
    _write_to(post.author.account, post)


def _with_author(post_id):
    author = joinedload(Post.author, innerjoin=True).joinedload(User.account)
    post = select(Post).where(Post.id == post_id).options(author)
    return post.with_for_update(of=Post, key_share=True)


def _write_to(account, post):
    if wants(account, KIND):
        link = absolute_url("posts.show", handle=post.author.handle, slug=post.slug)
        end = unsubscribe_url(account, KIND)
        tell("post_out", account, unsubscribe=end, post=post, link=link)
