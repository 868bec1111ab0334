"""``flask media sweep``: rows and files of pictures that have lost each other."""

import click

from app.lib.stores import StoreFailed
from app.media.sweeping import lost, swept
from app.media.views import bp


@bp.cli.command()
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
def sweep(dry_run):
    """Remove files that belong to no picture; name pictures that lack a file."""
    try:
        names = swept(dry_run)
        click.echo(f"{'Would go' if dry_run else 'Gone'}: files of {names} pictures.")
        for name, file in lost():
            click.echo(f"Missing: {name}/{file}")
    except StoreFailed as error:
        raise click.ClickException(f"The store is not well: {error}") from error
