"""Articles as programs ask for them, or the problem that there are none."""

from app.extensions import db
from app.lib.api_slugs import parts_of
from app.lib.handles import normalized
from app.models import Post, User, timelines
from app.web.problems import refuse


def articles(author=""):
    """Whatever has a title, the newest first, by everybody or by one ``author``."""
    found = timelines.explore().where(Post.title != "")
    if author:
        found = found.where(Post.author.has(User.handle == normalized(author)))
    return found.order_by(Post.published_at.desc(), Post.id.desc())


def article(address):
    """One article by its slug, or 404."""
    slug, key = parts_of(address) or ("", 0)
    one = articles().where(Post.slug == slug, Post.id == key)
    return db.session.scalar(one) or refuse(404, article="not found")
