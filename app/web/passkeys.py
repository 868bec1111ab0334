"""Questions to passkeys: asked by a page, kept in its cookie, answered once."""

from datetime import UTC, datetime
from secrets import token_bytes
from time import time
from typing import Any, Final

from flask import current_app, session
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from app.extensions import db
from app.lib import passkeys
from app.models import Account, Passkey, User
from app.web.site import site_name

#: Seconds that a question can be answered.
PATIENCE: Final = 5 * 60
#: What a passkey may be asked for. An answer to one question is none to another.
SIGN_IN, SECOND_STEP, CONFIRM, ADD = "sign-in", "second-step", "confirm", "add"
#: Where it is the only proof, so that it must know a finger, a face or a PIN.
_ALONE: Final = {SIGN_IN, CONFIRM}


def are_possible() -> bool:
    """Whether browsers allow passkeys at the address of this site."""
    return passkeys.are_possible(current_app.config["SITE_URL"])


def options_to_add(person: User) -> dict[str, Any]:
    """Ask for a new passkey of ``person``; what the browser needs to make one."""
    known = _keys(person.account)
    return passkeys.creation_options(
        _party(), _ask(ADD), person.id, person.handle, person.name, known
    )


def added(answer: str) -> passkeys.Key | None:
    """The passkey that a browser has just made; None if it is none, or too late."""
    asked = _asked(ADD)
    if asked is None:
        return None
    try:
        return passkeys.made(_party(), asked[0], answer)
    except passkeys.Refused:
        return None


def options_to_use(purpose: str, account: Account | None) -> dict[str, Any]:
    """Ask for a passkey; what the browser needs to use one.

    :param account: whose passkeys will do; None for anybody's.
    """
    known = _keys(account) if account else []
    alone = purpose in _ALONE
    return passkeys.request_options(_party(), _ask(purpose), known, alone=alone)


def proved(purpose: str, answer: str, account: Account | None = None) -> Passkey | None:
    """The passkey that ``answer`` was signed with, spent; None if it proves nothing.

    :param account: whose it has to be; None for anybody's.
    """
    asked = _asked(purpose)
    passkey = db.session.scalar(Passkey.known_as(passkeys.used_id(answer)))
    if asked is None or passkey is None:
        return None
    if account is not None and passkey.user_id != account.user_id:
        return None
    challenge, asked_at = asked
    try:
        count = passkeys.used(
            _party(), challenge, answer, passkey.key, alone=purpose in _ALONE
        )
    except passkeys.Refused:
        return None
    return passkey if passkey.spend(count, asked_at) else None


def _party() -> passkeys.Party:
    return passkeys.party_at(current_app.config["SITE_URL"], site_name())


def _keys(account: Account) -> list[passkeys.Key]:
    return [passkey.key for passkey in db.session.scalars(account.passkeys())]


def _ask(purpose: str) -> bytes:
    challenge = token_bytes(32)
    session[f"passkey {purpose}"] = [bytes_to_base64url(challenge), time()]
    return challenge


def _asked(purpose: str) -> tuple[bytes, datetime] | None:
    """The question of this page, and when it was asked; it is answered now."""
    challenge, asked_at = session.pop(f"passkey {purpose}", ("", 0.0))
    if time() - asked_at > PATIENCE:
        return None
    return base64url_to_bytes(challenge), datetime.fromtimestamp(asked_at, UTC)
