"""The second step of signing in: how it is asked for, and what passes it."""

from time import time

from flask import redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext as _n
from flask_login import current_user
from werkzeug.wrappers import Response

from app.lib import recovery, totp
from app.models import Account
from app.web import passkeys, pending
from app.web.announce import announce
from app.web.code_form import CodeForm
from app.web.kept import carried_words
from app.web.seals import sealed, unsealed
from app.web.urls import next_path


def ask(account: Account, *, keep: bool) -> str | Response:
    """Go on to the second step; words that a closed door had kept come along.

    :param keep: for 30 days of use instead of 12 hours.
    """
    half = pending.begin(account, keep=keep, next_path=next_path())
    if kept := carried_words():
        return page(half, CodeForm(blank=True), kept)
    return redirect(url_for("second_steps.new"), 303)


def page(
    half: pending.Pending, form: CodeForm, kept: dict[str, str] | None = None
) -> str:
    """The page that asks for a code or a passkey, whichever the account has."""
    return render_template(
        "second_steps/new.html",
        form=form,
        kept=kept,
        next=half.next,
        has_totp=half.account.totp is not None,
        has_passkeys=half.account.passkey_count > 0,
    )


def is_passed(account: Account, form: CodeForm) -> bool:
    """Whether what was sent in ``form`` passes the second step; it is used up."""
    if form.credential.data:
        return passkey_is_right(account, form.credential.data)
    return code_is_right(account, form.one_time_code.data or form.recovery_code.data)


def code_is_right(account: Account, typed: str) -> bool:
    """Whether ``typed`` is a code of the app or a recovery code; it is used up.

    The caller commits.
    """
    if recovery.is_well_formed(typed):
        return _recovery_code_is_right(account, typed)
    return _app_code_is_right(account, typed)


def passkey_is_right(account: Account, answer: str) -> bool:
    """Whether a browser's ``answer`` is signed with a passkey of ``account``.

    As a second step, or for a member who confirms who they are. The caller commits.
    """
    is_member = current_user.is_authenticated
    purpose = passkeys.CONFIRM if is_member else passkeys.SECOND_STEP
    return passkeys.proved(purpose, answer, account) is not None


def words_about_codes(account: Account) -> str:
    """What to say after a recovery code was used."""
    left = account.codes_left
    if left == 0:
        return _("That was your last recovery code. Make new ones in your settings.")
    return _n(
        "That code is used up. %(num)d recovery code is left.",
        "That code is used up. %(num)d recovery codes are left.",
        left,
    )


def _app_code_is_right(account: Account, typed: str) -> bool:
    known = account.totp
    secret = known and unsealed(known.sealed_secret)
    if known is None or secret is None:
        return False
    step = totp.matching_step(secret, typed, time())
    # Sealed anew each time: after a change of keys, use alone moves it to the new one.
    return step is not None and known.spend(step, sealed(secret))


def _recovery_code_is_right(account: Account, typed: str) -> bool:
    if not account.spend_recovery_code(typed):
        return False
    announce("recovery_code.used", account, left=account.codes_left)
    return True
