"""``flask users suspend``: what moderators decide, for whoever runs the machine."""

from datetime import timedelta

import click

from app.extensions import db
from app.models import Matter, ModerationAct
from app.models.columns import now
from app.models.moderation_act import WORDS_LONGEST
from app.web.judging import conclude, is_needed, lock
from app.web.terminal import HANDLE, account_called, as_if_sent, refuse, users

NOTE = "Decided on the command line."
LONGEST = 3650


@users.command()
@HANDLE
@click.option("--days", type=click.IntRange(1, LONGEST), help="Until it is lifted.")
@click.option(
    "--reason", prompt=True, help="What they are told; asked for if left out."
)
def suspend(handle, days, reason):
    """Keep HANDLE out, and all of theirs from everybody's eyes.

    They are signed out and told by mail; it stands in the moderation log, and can be
    taken back with "unsuspend" or by a moderator.
    """
    if not reason.strip() or len(reason) > WORDS_LONGEST:
        refuse(f"Give a reason of at most {WORDS_LONGEST} characters.")
    with as_if_sent({}):
        account = account_called(handle)
        if is_needed(account.user):
            refuse(f"@{handle} is the last admin. Make another one first.")
        lock(account.user)
        if account.user.suspension():
            refuse(f"@{handle} is suspended already.")
        until = now() + timedelta(days=days) if days else None
        _decide("suspend", account, until=until, message=reason.strip())
    ends = f"until {until:%Y-%m-%d}" if until else "until it is lifted"
    click.echo(f"@{account.user.handle} is suspended {ends}.")


@users.command()
@HANDLE
def unsuspend(handle):
    """Let HANDLE in again, with everything as it was; they are told by mail."""
    with as_if_sent({}):
        account = account_called(handle)
        lock(account.user)
        if not account.user.suspension():
            refuse(f"@{handle} is not suspended.")
        _decide("unsuspend", account)
    click.echo(f"@{account.user.handle} can sign in again.")


def _decide(what, account, **terms):
    # What was reported of their profile is decided with it, as on the page.
    lasting = what == "suspend"
    matter = db.session.scalar(Matter.on(account.user)) if lasting else None
    about = {"about": account.user, "matter": matter, "note": NOTE}
    act = ModerationAct(what=what, **about, **terms)
    act.carry_out()
    conclude(act)
    db.session.commit()
