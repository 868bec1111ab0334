"""Who may publish, whoever can be reached; and what follows from it."""

from datetime import datetime

from flask import current_app, flash, redirect, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from app.models import Post, User
from app.models.permissions import WRITE
from app.web.outbox import defer
from app.web.site import site_of_now
from app.web.trusted_addresses import addresses_are_trusted


def must_confirm() -> bool:
    """Whether the reader has to confirm their address before others read them.

    Never where the site sends no letters: nobody could; nor where it takes addresses
    at their word, also of those who gave theirs before it did.
    """
    if addresses_are_trusted() or not current_app.config["CAN_SEND_MAIL"]:
        return False
    return current_user.is_authenticated and not current_user.account.is_confirmed


def is_held_back(post: Post) -> bool:
    """Whether the reader's ``post`` stays a draft for now, though it was sent."""
    return not post.is_published and must_confirm()


def ask_to_confirm() -> Response:
    """Say that what was sent is kept, and lead to where the address is confirmed."""
    flash(_("Your text is kept as a draft. Confirm your address to publish it."))
    return redirect(url_for("confirmations.new"), 303)


def may_write(person: User) -> bool:
    """Whether ``person`` may publish at this moment, whoever is reading."""
    person.granted_to_all = site_of_now().granted_to_all
    return person.can(WRITE)


def publish(post: Post, at: datetime | None = None) -> None:
    """Let ``post`` appear: now, or by itself ``at`` a time to come.

    It needs nobody to appear. The worker looks at it then, to tell of it and count it;
    at a time that was given up, it finds another one there and does nothing.
    """
    post.publish(at)
    if at and post.published_at == at:
        moment = at.isoformat()
        once = f"{post.id} {moment}"
        defer("appearance", once, due_at=at, post_id=post.id, moment=moment)
