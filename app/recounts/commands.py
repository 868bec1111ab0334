"""``flask recount``: counters that are wrong, set right while the site goes on."""

import click
from flask import Blueprint

from app.web.recounting import COUNTED, recount, rows_to_compare
from app.web.terminal import DRY_RUN, bar

bp = Blueprint("recounts", __name__, cli_group=None)


@bp.cli.command("recount")
@click.argument(
    "nouns",
    nargs=-1,
    metavar="[NOUN]...",
    type=click.Choice(list(COUNTED)),
    help=f"Which counters: {', '.join(COUNTED)}. None: all of them.",
)
@DRY_RUN
def recount_all(nouns, dry_run):
    """Compare counters with what they count, and set wrong ones right."""
    chosen = nouns or tuple(COUNTED)
    with bar("Counting", sum(map(rows_to_compare, chosen))) as progress:
        wrong = {noun: recount(noun, progress.update, dry_run) for noun in chosen}
    for noun, count in wrong.items():
        done = "wrong" if dry_run else "set right"
        click.echo(f"{noun}: {f'{count} {done}' if count else 'all right'}.")
