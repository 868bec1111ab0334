"""``flask users …``: accounts, from the machine that the site runs on."""

import click
from flask.cli import AppGroup

from app.extensions import db
from app.models import Account
from app.models.permissions import ROLES
from app.people.views import bp

users = AppGroup("users", help="Accounts and their roles.")
bp.cli.add_command(users)


@users.command()
@click.argument("handle")
@click.argument("name", metavar="ROLE", type=click.Choice(list(ROLES)))
def role(handle, name):
    """Give somebody a role: flask users role ann admin."""
    account = db.session.scalar(Account.of(handle))
    if account is None:
        raise click.ClickException(f"Nobody is called {handle}.")
    account.role = name
    db.session.commit()
    click.echo(f"@{account.user.handle} is {name} now.")
