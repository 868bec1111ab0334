"""``flask users …``: accounts, from the machine that the site runs on."""

import click
from flask import current_app

from app.extensions import db
from app.models import Account, people
from app.models.permissions import ROLES
from app.people.views import bp
from app.web.account_form import AccountForm
from app.web.races import won
from app.web.roles import change_role
from app.web.site import current_site

HANDLE = click.argument("handle")
ROLE = click.Choice(list(ROLES))
BATCH = 500


@bp.cli.command("list")
@click.option("--role", default="", type=click.Choice(["", *ROLES]), help="Only these.")
def show(role):
    """List everybody: handle, role, address, and what is missing."""
    accounts = people.accounts(kind=role).order_by(Account.user_id)
    rows = db.session.scalars(accounts.execution_options(yield_per=BATCH))
    for account in rows:
        lacks = [
            words
            for words, there in (
                ("not confirmed", account.is_confirmed),
                ("waiting", account.is_approved),
            )
            if not there
        ]
        row = (account.user.handle, account.role, account.email, ", ".join(lacks))
        click.echo("\t".join(row).rstrip())


@bp.cli.command()
@HANDLE
@click.option("--email", prompt=True, help="Counts as confirmed.")
@click.option("--name", default="", help="As others see it; the handle if left out.")
@click.option("--role", default="member", type=ROLE, show_default=True)
@click.password_option(help="Asked for if left out, so that no history keeps it.")
def create(handle, email, name, role, password):
    """Make an account for HANDLE, whoever may join."""
    if current_site() is None:
        raise click.ClickException("Open the site first: its first visitor names it.")
    typed = {"handle": handle, "email": email, "name": name, "password": password}
    with _as_a_form(typed):
        form = AccountForm()
        if not form.validate():
            raise click.ClickException(_faults(form))
        account = Account.open(**form.person, role=role)
        account.confirm()
        if not won():
            raise click.ClickException("Somebody has this handle or address already.")
        db.session.commit()
    click.echo(f"@{form.handle.data} can sign in, as {role}.")


@bp.cli.command()
@HANDLE
@click.argument("role", type=ROLE)
def promote(handle, role):
    """Give HANDLE the ROLE: member, author, moderator or admin."""
    with _as_a_form({}):
        account = db.session.scalar(people.account(handle))
        if account is None:
            raise click.ClickException(f"Nobody here is called @{handle}.")
        if not change_role(account, role):
            raise click.ClickException(
                f"@{handle} is the last admin. Make another one first."
            )
        db.session.commit()
    click.echo(f"@{account.user.handle} is {role} now, and signs in anew.")


def _as_a_form(typed):
    """What a page of the site would send: checked in the same way as there."""
    return current_app.test_request_context(method="POST", data=typed)


def _faults(form):
    return "\n".join(f"{field.name}: {words}" for field, words in form.faults)
