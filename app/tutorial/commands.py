"""``flask tutorial``: another name for ``python tutorial/stage.py``."""

import subprocess
import sys
from pathlib import Path

import click
from flask import Blueprint

from app.web.terminal import refuse

bp = Blueprint("tutorial", __name__, cli_group=None)
STAGE = Path(__file__).parent.parent.parent / "tutorial/stage.py"


@bp.cli.command(
    "tutorial",
    add_help_option=False,
    context_settings={"ignore_unknown_options": True},
)
@click.argument(
    "words",
    nargs=-1,
    metavar="N DIR",
    type=click.UNPROCESSED,
    help="A chapter and a new folder; --help tells of everything else.",
)
@click.pass_context
def build(context, words):
    """Build the end of a chapter of the book, as python tutorial/stage.py does."""
    if not STAGE.exists():
        refuse("The book is not part of this copy: look in the repository of the site.")
    done = subprocess.run([sys.executable, STAGE, *words])  # noqa: S603
    context.exit(done.returncode)
