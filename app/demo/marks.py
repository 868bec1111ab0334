"""What the people of the demo site do with each other's posts."""

from datetime import timedelta

from sqlalchemy import select

from app.extensions import db
from app.models import Bookmark, Like, Post
from app.models.columns import now
from app.models.rows import add_missing
from app.models.tally import recount

#: Who reposted which post, and what they said of it.
REPOSTS = (
    ("bob", "demo:amara-note-scale", "Best thing about maps all week."),
    ("ann", "demo:oksana-how-deep-is-the-well", ""),
    ("cleo", "demo:bob-truing-a-wheel", "I read it *twice*."),
)

#: What Dan shows to visitors first; the last of them leads.
FEATURED = (
    "demo:camille-la-montee",
    "demo:hiroshi-the-pause-before-the-last-stop",
    "demo:oksana-how-deep-is-the-well",
    "demo:amara-the-lake-that-forgot-its-name",
)


def leave_marks(people):
    """Like and save this and that, always the same; repost and feature a little."""
    posts = db.session.scalars(select(Post).order_by(Post.published_at.desc())).all()
    crowd = list(people.values())
    for number, post in enumerate(posts):
        readers = [who for who in crowd if who.id != post.author_id]
        _mark(Like, readers[number % 7 :: 2 + number * 5 % 17], post)
        _mark(Bookmark, readers[number % 11 :: 19], post)
    by_key = {post.form_key: post for post in posts}
    for handle, key, remark in REPOSTS:
        people[handle].repost(by_key[key], remark)
    for age, key in enumerate(reversed(FEATURED)):
        people["dan"].feature(by_key[key[:36]], now() - timedelta(days=age))
    recount(Like)


def _mark(table, readers, post):
    """Without a word to anybody: a new site begins with a quiet bell."""
    moment = min(now(), post.published_at + timedelta(hours=2))
    seen = {"post_id": post.id, "created_at": moment}
    if readers:
        add_missing(table, [{"user_id": who.id, **seen} for who in readers])
