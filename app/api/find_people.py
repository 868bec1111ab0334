"""People in some role, or the failure that says why there is nobody."""

from flask_login import current_user

from app.api.find import handle_of, profile
from app.extensions import db
from app.models import User
from app.web.current import reader
from app.web.problems import refuse


def with_open_ties(username):
    """Somebody who lets the reader see whom they follow, and who follows them."""
    found = profile(username)
    if not found.shows_ties_to(reader()):
        refuse(403, profile="keeps this to themself")
    return found


def somebody_else(username):
    """Somebody who is not the reader."""
    found = profile(username)
    return refuse(422, profile="is yourself") if found == current_user else found


def blocked(username):
    """Somebody whom the reader has blocked, wherever they are; else as ever."""
    row = db.session.scalar(_called(current_user.blocks(), username))
    return row.blocked if row else profile(username)


def muted(username):
    """Somebody whom the reader has muted, the same way."""
    row = db.session.scalar(_called(current_user.mutes(), username))
    return row.muted if row else profile(username)


def _called(rows, username):
    return rows.where(User.handle == handle_of(username))
