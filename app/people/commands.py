"""``flask users …``: accounts, from the machine that the site runs on."""

import click
from sqlalchemy import func, select

from app.extensions import db
from app.models import Account, LoginSession, people
from app.models.permissions import ROLES
from app.people.views import bp
from app.web import audit
from app.web.account_form import AccountForm
from app.web.current import end_sessions_of
from app.web.races import won
from app.web.roles import change_role
from app.web.shutting_out import end_tokens
from app.web.site import current_site
from app.web.terminal import HANDLE, account_called, as_if_sent, refuse, users

ROLE = click.Choice(list(ROLES))
BATCH = 500
bp.cli.add_command(users)


@users.command("list")
@click.option("--role", default="", type=click.Choice(["", *ROLES]), help="Only these.")
def listed(role):
    """List everybody: handle, role, address, and what is missing."""
    accounts = people.accounts(kind=role).order_by(Account.user_id)
    rows = db.session.scalars(accounts.execution_options(yield_per=BATCH))
    for account in rows:
        lacks = ", ".join(_lacks(account))
        row = (account.user.handle, account.role, account.email, lacks)
        click.echo("\t".join(row).rstrip())


@users.command()
@HANDLE
def show(handle):
    """Say how somebody stands: role, address, factors, sessions, what holds them."""
    account = account_called(handle)
    person = account.user
    sessions = select(func.count()).select_from(LoginSession.of(person).subquery())
    rows = {
        "handle": f"@{person.handle}",
        "name": person.name,
        "role": account.role,
        "address": ", ".join([account.email, *_lacks(account)]),
        "joined": _day(account.created_at),
        "second factors": account.factor_count or "none",
        "signed in": f"{db.session.scalar(sessions)} times",
        "away": person.is_away and f"since {_day(person.withheld_at)}",
        "deleted": person.ends_at and f"on {_day(person.ends_at)}",
    }
    for name, value in rows.items():
        click.echo(f"{name}: {value}") if value else None


@users.command()
@HANDLE
@click.option("--email", prompt=True, help="Their address; it counts as confirmed.")
@click.option("--name", default="", help="As others see it; the handle if left out.")
@click.option(
    "--role", default="member", type=ROLE, show_default=True, help="What they may do."
)
@click.password_option(help="Asked for if left out, so that no history keeps it.")
def create(handle, email, name, role, password):
    """Make an account for HANDLE, whoever may join."""
    if current_site() is None:
        refuse("Open the site first: its first visitor names it.")
    typed = {"handle": handle, "email": email, "name": name, "password": password}
    with as_if_sent(typed):
        form = AccountForm()
        if not form.validate():
            refuse("\n".join(f"{field.name}: {words}" for field, words in form.faults))
        account = Account.open(**form.person, role=role)
        account.confirm()
        if not won():
            refuse("Somebody has this handle or address already.")
        db.session.commit()
    click.echo(f"@{form.handle.data} can sign in, as {role}.")


@users.command()
@HANDLE
@click.argument("role", type=ROLE, help=f"One of {', '.join(ROLES)}.")
def promote(handle, role):
    """Give HANDLE the ROLE; they sign in anew, and are told by mail."""
    with as_if_sent({}):
        account = account_called(handle)
        if not change_role(account, role):
            refuse(f"@{handle} is the last admin. Make another one first.")
        db.session.commit()
    click.echo(f"@{account.user.handle} is {role} now, and signs in anew.")


@users.command("sign-out")
@HANDLE
def sign_out(handle):
    """End every session of HANDLE on all of their devices, and every token."""
    with as_if_sent({}):
        account = account_called(handle)
        end_sessions_of(account)
        end_tokens(account.user_id)
        audit.record("sessions.ended_by_admin", account)
        db.session.commit()
    click.echo(f"@{account.user.handle} is signed out everywhere.")


def _lacks(account):
    if not account.is_confirmed:
        yield "not confirmed"
    if not account.is_approved:
        yield "waiting"


def _day(moment):
    return f"{moment:%Y-%m-%d}"
