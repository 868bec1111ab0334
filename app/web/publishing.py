"""Who may publish: whoever can be reached, where the site can reach anybody."""

from flask import current_app
from flask_login import current_user

from app.models import Post


def must_confirm() -> bool:
    """Whether the reader has to confirm their address before others read them.

    Never where the site sends no letters: nobody could.
    """
    if current_user.is_anonymous or not current_app.config["CAN_SEND_MAIL"]:
        return False
    return not current_user.account.is_confirmed


def is_held_back(post: Post) -> bool:
    """Whether the reader's ``post`` stays a draft for now, though it was sent."""
    return not post.is_published and must_confirm()
