"""What keeps somebody out although they proved who they are."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.models import Account


@dataclass(frozen=True)
class Hindrance:
    """Why an account signs in nobody at the moment, in words for its person."""

    title: str
    words: str


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
    return None
