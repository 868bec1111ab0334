"""Posts that everybody finds, and what can be said of all of them, or 404."""

from flask import abort
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.lib.languages import LANGUAGES
from app.models import Post
from app.models.tongues import in_use


def public_post(key: int) -> Post:
    """A post that everybody finds on lists, with its author."""
    found = Post.published().where(Post.id == key).options(joinedload(Post.author))
    return db.session.scalar(found) or abort(404)


def languages_in_use() -> dict[str, str]:
    """The languages in which everybody finds something: each code with its name."""
    used = set(db.session.scalars(in_use()))
    return {code: name for code, name in LANGUAGES.items() if code in used}
