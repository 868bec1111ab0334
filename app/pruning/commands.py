"""``flask prune``: removes what has been kept for long enough, in every table."""

import click
from flask import Blueprint

from app.extensions import db

bp = Blueprint("pruning", __name__, cli_group=None)


@bp.cli.command()
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
def prune(dry_run):
    """Remove what every table with a ``removal`` has kept for long enough."""
    went = [
        f"{count} × {table.__tablename__.replace('_', ' ')}"
        for table in _pruned()
        if (count := db.session.execute(table.removal()).rowcount)
    ]
    if dry_run:
        db.session.rollback()
        click.echo(f"Would go: {', '.join(went) or 'nothing'}.")
    else:
        db.session.commit()
        click.echo(f"Gone: {', '.join(went)}.") if went else None


def _pruned():
    """The tables whose rows end by themselves, by name."""
    tables = [mapper.class_ for mapper in db.Model.registry.mappers]
    ending = [table for table in tables if hasattr(table, "removal")]
    return sorted(ending, key=lambda table: table.__tablename__)
