"""Stepping away and coming back: what happens beside the mark in the row."""

from flask import abort
from flask_babel import gettext as _
from flask_login import current_user

from app.models import Account, User
from app.web import audit
from app.web.current import sign_out
from app.web.owner import tell
from app.web.shutting_out import end_sign_ins, shut_out


def leave(*, for_good: bool) -> None:
    """Take the reader out of everybody's sight, and sign them out everywhere.

    Whoever alone runs the site stays, and is told so (409).

    :param for_good: and remove what is theirs when the time to think again is over.
    """
    account: Account = current_user.account
    if account.is_last_admin():
        abort(409, _("You’re the only admin here. Make somebody else an admin first."))
    if take_leave(current_user, account, for_good=for_good):
        sign_out()


def take_leave(person: User, account: Account, *, for_good: bool) -> bool:
    """Take somebody out of everybody's sight, and end every session of theirs.

    Who rests keeps the tokens that they made, which are good for nothing meanwhile.

    :returns: False where they were away before, which changes nothing.
    """
    if not person.leave(for_good=for_good):
        return False
    if for_good:
        audit.record("account.deleted", account)
        tell("account_deleted", account, person=person)
    else:
        audit.record("account.deactivated", account)
        tell("account_deactivated", account)
    (shut_out if for_good else end_sign_ins)(account.user_id)
    return True


def come_back() -> None:
    """Show the reader to everybody again, with everything as it was."""
    if current_user.is_away:
        current_user.come_back()
        audit.record("account.returned")
