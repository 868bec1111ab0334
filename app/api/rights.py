"""What a member may not do at the moment, although their token allows it."""

from flask_login import current_user

from app.models.access_token import SIGN_IN
from app.web.comment_form import words_for
from app.web.current import current_token
from app.web.problems import refuse
from app.web.publishing import must_confirm


def has_signed_in():
    """Whether who asks has shown all that opens the account.

    What was given for a password before there was a second factor is not that any more.
    """
    is_sign_in = current_token().kind == SIGN_IN
    return is_sign_in and not current_user.account.has_second_factor


def may_publish():
    """Refuse texts of those whose address nobody has confirmed."""
    if must_confirm():
        refuse(403, account="has to confirm its email address first")


def may_speak(post):
    """Refuse a comment where the reader may say nothing."""
    may_publish()
    if silence := post.silences(current_user):
        refuse(403, comment=words_for(silence, post))
