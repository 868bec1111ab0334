"""``flask mail-test`` and more, for those who run the site."""

import click
from flask import current_app

from app.extensions import db
from app.models import Outbox
from app.models.rows import touched
from app.outbox.views import bp
from app.web.mail import folder, post
from app.web.outbox import as_if_asked
from app.web.urls import absolute_url


@bp.cli.command()
def worker():
    """Deliver what the outbox holds, until told to end."""
    current_app.extensions["jobs"].work()


@bp.cli.group(invoke_without_command=True)
@click.pass_context
def outbox(context):
    """Say how much waits and how much failed."""
    if context.invoked_subcommand is None:
        waiting, failed = db.session.execute(Outbox.tally()).one()
        click.echo(f"{waiting} waiting, {failed} failed.")


@outbox.command()
def retry():
    """Try again what failed or waits, from the beginning of its schedule."""
    count = touched(Outbox.retry())
    db.session.commit()
    click.echo(f"{count} will be tried again within a minute.")


@outbox.command()
def check():
    """Fail if something has been waiting for ten minutes: the worker is not well."""
    if db.session.scalar(Outbox.overdue().limit(1)):
        raise click.ClickException("Something has been due for ten minutes.")


@bp.cli.command("mail-test")
@click.argument("address")
def mail_test(address):
    """Write to ADDRESS, to see whether mail arrives."""
    with as_if_asked():
        try:
            post("test", None, to=address, link=absolute_url("timelines.index"))
        except ValueError as error:
            raise click.BadParameter(str(error)) from error
        db.session.commit()
    where = "out" if current_app.config["MAIL_URL"] else f"into {folder()}"
    click.echo(f"The letter is in the outbox; the worker takes it {where}.")
