"""``flask users delete``: somebody goes, for whoever asks for it without signing in."""

import click

from app.extensions import db
from app.web import audit, farewell
from app.web.owner import tell
from app.web.shutting_out import shut_out
from app.web.terminal import (
    HANDLE,
    YES,
    account_called,
    as_if_sent,
    make_sure,
    refuse,
    users,
)


@users.command()
@HANDLE
@YES
def delete(handle, yes):
    """Have HANDLE deleted: gone at once, and for good after 14 days.

    It is the same as in their own settings: they are told by mail, and signing in
    before then takes it back. Who is suspended or away goes in the same way.
    """
    account = account_called(handle)
    handle = account.user.handle
    db.session.rollback()
    make_sure(f"Delete @{handle} and everything of theirs in 14 days?", yes)
    with as_if_sent({}):
        account = account_called(handle)
        if account.is_last_admin():
            refuse(f"@{handle} is the last admin. Make another one first.")
        if account.user.ends_at:
            refuse(f"@{handle} is being deleted, on {account.user.ends_at:%Y-%m-%d}.")
        if not farewell.take_leave(account.user, account, for_good=True):
            _end_away(account)
        db.session.commit()
    click.echo(f"@{handle} is gone, and deleted in 14 days.")


def _end_away(account):
    account.user.end_from_afar()
    shut_out(account.user_id)
    audit.record("account.deleted", account)
    tell("account_deleted", account, person=account.user)
