"""What keeps somebody out although they proved who they are."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.extensions import db
from app.models import Account, ModerationAct, Suspension
from app.web.filters import day
from app.web.suspensions import lift_if_over


@dataclass(frozen=True)
class Hindrance:
    """Why an account signs in nobody at the moment, in words for its person."""

    title: str
    words: str
    # What a moderator wrote to them.
    message: str = ""


class Hindered(Exception):
    """Somebody may not sign in; :mod:`app.web.errors` shows them why."""

    def __init__(self, hindrance: Hindrance) -> None:
        super().__init__(hindrance.title)
        self.hindrance = hindrance


def hindrance(account: Account) -> Hindrance | None:
    """What keeps the person of ``account`` out, if anything.

    Only who proved who they are may be told: the answer says that there is an account.
    """
    if not account.is_approved:
        return Hindrance(
            _("Your request is being read"),
            _(
                "Those who run this site will answer it at %(email)s. Until then you "
                "can’t sign in.",
                email=account.email,
            ),
        )
    lift_if_over(account)
    suspension = account.user.suspension()
    return _exclusion(account, suspension) if suspension else None


def _exclusion(account: Account, suspension: Suspension) -> Hindrance:
    order = ModerationAct.on(account.user).where(ModerationAct.what == "suspend")
    act = db.session.scalar(order.limit(1))
    words = (
        _("You can sign in again on %(day)s.", day=day(suspension.until))
        if suspension.until
        else _("You can’t sign in until a moderator lifts this.")
    )
    letter = _("To answer, reply to the letter that we sent you.")
    return Hindrance(
        title=_("Your account is suspended"),
        words=f"{words} {letter}",
        message=act.message if act else "",
    )
