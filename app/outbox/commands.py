"""``flask outbox …``: what waits to go out, and what could not."""

import click
from flask import current_app
from sqlalchemy import func, select

from app.extensions import db
from app.models import Outbox
from app.models.rows import touched
from app.outbox.views import bp
from app.web.mail import folder, post
from app.web.outbox import as_if_asked, recipient
from app.web.terminal import DRY_RUN, refuse
from app.web.urls import absolute_url

KIND = click.option("--kind", default="", help="Only this kind, such as mail.")
STATES = {"waiting": Outbox.waiting, "failed": Outbox.failed}


@bp.cli.command()
def worker():
    """Be the worker, until told to end: deliver, look for what is due, prune."""
    current_app.extensions["jobs"].work()


@bp.cli.group(invoke_without_command=True)
@click.pass_context
def outbox(context):
    """Say how much waits and how much failed, or do one of these."""
    if context.invoked_subcommand is None:
        waiting, failed = db.session.execute(Outbox.tally()).one()
        click.echo(f"{waiting} waiting, {failed} failed.")


@outbox.command("list")
@click.argument("state", type=click.Choice(list(STATES)), help="Which of them.")
@KIND
@click.option("--most", default=50, show_default=True, help="So many, the newest.")
def listed(state, kind, most):
    """List what waits or what failed: number, kind, tries, to whom, what went wrong."""
    rows = STATES[state]()
    rows = rows.where(Outbox.kind == kind) if kind else rows
    for row in db.session.scalars(rows.order_by(Outbox.id.desc()).limit(most)):
        said = (row.id, row.kind, row.attempts, recipient(row), row.last_error)
        click.echo("\t".join(map(str, said)).rstrip())


@outbox.command()
@click.argument("number", type=int, help="Which row, by the number on the list.")
def show(number):
    """Say everything of a row but what it carries: letters hold links that open."""
    row = db.session.get(Outbox, number)
    if row is None:
        refuse(f"There is no {number} in the outbox. See: flask outbox list failed")
    for name in (
        *("kind", "attempts", "created_at", "due_at", "leased_until"),
        *("delivered_at", "failed_at", "last_error"),
    ):
        value = getattr(row, name)
        click.echo(f"{name}: {'' if value is None else value}".rstrip())
    click.echo(f"to: {recipient(row)}".rstrip())


@outbox.command()
@click.argument("number", type=int, required=False, help="This row. None: all of them.")
@KIND
@DRY_RUN
def retry(number, kind, dry_run):
    """Try again what failed or waits, from the beginning of its schedule."""
    if dry_run:
        count = select(func.count(Outbox.id)).where(*Outbox.is_stuck(number, kind))
        click.echo(f"{db.session.scalar(count)} would be tried again.")
        return
    count = touched(Outbox.retry(number, kind))
    db.session.commit()
    if number is not None and not count:
        refuse(f"{number} neither failed nor waits for another try.")
    click.echo(f"{count} will be tried again within a minute.")


@outbox.command()
def check():
    """Fail if something has been waiting for ten minutes: the worker is not well."""
    if db.session.scalar(Outbox.overdue().limit(1)):
        refuse("Something has been due for ten minutes. Is the worker running?")


@bp.cli.command("mail-test")
@click.argument("address", help="Where the letter goes.")
def mail_test(address):
    """Write a letter to ADDRESS, to see whether mail arrives."""
    with as_if_asked():
        try:
            post("test", None, to=address, link=absolute_url("timelines.index"))
        except ValueError as error:
            raise click.BadParameter(str(error)) from error
        db.session.commit()
    where = "out" if current_app.config["MAIL_URL"] else f"into {folder()}"
    click.echo(f"The letter is in the outbox; the worker takes it {where}.")
