"""``flask prune``: removes what has been kept for long enough, in every table."""

import click
from flask import Blueprint

from app.extensions import db
from app.web import pruning
from app.web.terminal import DRY_RUN

bp = Blueprint("pruning", __name__, cli_group=None)


@bp.cli.command()
@DRY_RUN
def prune(dry_run):
    """Remove what has been kept for long enough: every start and every night do it.

    That is what lay in the bin for 30 days, sessions and links that are over, accounts
    whose 14 days to think again have passed, and the like.
    """
    removed = pruning.prune()
    went = [f"{count} × {name.replace('_', ' ')}" for name, count in removed.items()]
    if dry_run:
        db.session.rollback()
        click.echo(f"Would go: {', '.join(went) or 'nothing'}.")
    else:
        db.session.commit()
        pruning.clean_up()
        click.echo(f"Gone: {', '.join(went)}.") if went else None
