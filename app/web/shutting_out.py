"""Who acts for somebody no longer: browsers that are signed in, and programs.

What is given for a password ends with the sessions. What its person made or allowed
on purpose, personal tokens and applications, ends where others may know the password.
"""

from app.extensions import db
from app.models import AccessToken, Consent, LoginSession
from app.models.access_token import SIGN_IN


def end_sign_ins(user_id: int, *, but: int | None = None) -> None:
    """End the sessions of somebody, and the tokens that programs got by signing in.

    :param but: the number of a session that stays.
    """
    db.session.execute(LoginSession.end_of(user_id, but=but))
    db.session.execute(AccessToken.end_of(user_id, SIGN_IN))


def shut_out(user_id: int) -> None:
    """End whatever acts for somebody: every session, token and application."""
    db.session.execute(LoginSession.end_of(user_id))
    end_tokens(user_id)


def end_tokens(user_id: int) -> None:
    """End every token of somebody, those of applications too, and what becomes one."""
    db.session.execute(Consent.withdrawal(user_id))
    db.session.execute(AccessToken.end_of(user_id))


def end_application(user_id: int, application_id: int) -> None:
    """Let an application in no longer: its tokens end, and codes it has not used."""
    db.session.execute(Consent.withdrawal(user_id, application_id))
    db.session.execute(AccessToken.end_grants(user_id, application_id))
