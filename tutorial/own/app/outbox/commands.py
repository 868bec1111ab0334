"""``flask worker``: the process that does what pages leave behind."""

from signal import SIGINT, SIGTERM, signal
from threading import Event

import click

from app.outbox.views import bp
from app.web.outbox import work


@bp.cli.command()
@click.option("--once", is_flag=True, help="Do what is due now, and end.")
def worker(once):
    """Be the worker, until told to end; the letter at hand is finished first."""
    ending = Event()
    for ask in (SIGINT, SIGTERM):
        signal(ask, lambda *_: ending.set())
    while not ending.is_set():
        if done := work():
            click.echo(f"{done} done.")
        if once:
            break
        ending.wait(timeout=1)
