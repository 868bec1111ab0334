"""``flask media sweep``: rows and files of pictures that have lost each other."""

import click

from app.media.sweeping import count_rows, lost, swept
from app.media.views import bp
from app.web.terminal import DRY_RUN, bar

bp.cli.help = "The files of pictures."


@bp.cli.command()
@DRY_RUN
def sweep(dry_run):
    """Remove files that belong to no picture; name pictures that lack a file."""
    names = swept(dry_run)
    click.echo(f"{'Would go' if dry_run else 'Gone'}: files of {names} pictures.")
    with bar("Looking for files", count_rows()) as progress:
        missing = list(lost(progress.update))
    for name, file in missing:
        click.echo(f"Missing: {name}/{file}")
