"""``flask prune``: removes what has been kept for long enough, in every table."""

import click
from flask import Blueprint

from app.extensions import db
from app.web import pruning

bp = Blueprint("pruning", __name__, cli_group=None)


@bp.cli.command()
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
def prune(dry_run):
    """Remove what every table with a ``removal`` has kept for long enough."""
    removed = pruning.prune()
    went = [f"{count} × {name.replace('_', ' ')}" for name, count in removed.items()]
    if dry_run:
        db.session.rollback()
        click.echo(f"Would go: {', '.join(went) or 'nothing'}.")
    else:
        db.session.commit()
        pruning.clean_up()
        click.echo(f"Gone: {', '.join(went)}.") if went else None
