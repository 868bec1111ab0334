"""What changes how somebody signs in: written down, and told to them by mail."""

from typing import Final

from flask_babel import lazy_gettext as _l

from app.models import Account
from app.models.columns import now
from app.web import audit, devices
from app.web.owner import warn

_PASSWORD_CHANGED: Final = _l("The password was changed, and other devices signed out.")
#: What the mail says has happened.
WORDS: Final = {
    "password.changed": _PASSWORD_CHANGED,
    "password.reset": _PASSWORD_CHANGED,
    "totp.added": _l("An authenticator app was added. Signing in asks for its code."),
    "totp.removed": _l("The authenticator app was removed."),
    "passkey.added": _l("A passkey was added."),
    "passkey.removed": _l("A passkey was removed."),
    "recovery_codes.made": _l("New recovery codes were made. The old ones are void."),
    "recovery_code.used": _l("A recovery code was used."),
    "identity.linked": _l("Another site was linked. It opens your account now."),
    "identity.unlinked": _l("A site was unlinked. It opens your account no longer."),
    "token.made": _l("A token for programs was made. Whoever has it can act as you."),
    "factors.reset": _l(
        "An admin removed your authenticator app, your passkeys and your recovery"
        " codes, and signed you out everywhere. Sign in with your password; if you have"
        " none, ask for a new one on the sign-in page."
    ),
}
_WRONG_CODE: Final = _l(
    "Somebody entered your password on a device that is new to us, and then a wrong"
    " code. They are not signed in."
)


def warn_of_wrong_code(account: Account) -> None:
    """Tell its owner that a stranger has the password; once a day at most.

    On a browser of their own it is a slip of the finger, and no news. The caller
    commits, though nobody is signed in.
    """
    if not devices.is_known(account.user_id):
        once = f"wrong code {account.user_id} {now().date()}"
        warn(account, _WRONG_CODE, once=once)


def announce(
    action: str, account: Account, detail: str = "", left: int | None = None
) -> None:
    """Record ``action`` and tell its owner, in the transaction at hand.

    :param action: a key of :data:`WORDS`.
    :param detail: which of several it was, such as the name of a passkey.
    :param left: how many recovery codes are left, where that matters.
    """
    audit.record(action, account, detail)
    warn(account, WORDS[action], detail=detail, left=left)
