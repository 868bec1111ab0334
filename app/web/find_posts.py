"""Posts that everybody finds, and what can be said of all of them, or 404."""

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.lib.languages import LANGUAGES
from app.models import Feature, Post
from app.models.tongues import in_use
from app.web.locale import language


def public_post(key: int) -> Post:
    """A post that everybody finds on lists, with its author."""
    found = Post.published().where(Post.id == key).options(joinedload(Post.author))
    return db.session.scalar(found) or abort(404)


def featured_post(key: int) -> Post:
    """A post that was featured, whoever finds it now; or one that everybody finds."""
    chosen = select(Post).join(Feature, Feature.post_id == Post.id)
    whole = chosen.where(Post.id == key).options(joinedload(Post.author))
    return db.session.scalar(whole) or public_post(key)


def languages_in_use() -> dict[str, str]:
    """The languages in which everybody finds something: each code with its name.

    The one in which the page speaks to its reader comes before the others.
    """
    used = set(db.session.scalars(in_use()))
    in_order = sorted(LANGUAGES, key=lambda code: code != language())
    return {code: LANGUAGES[code] for code in in_order if code in used}
