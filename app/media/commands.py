"""``flask media sweep``: rows and files of pictures that have lost each other."""

import click

from app.media.sweeping import DOUBT, count_rows, found, lost, remove
from app.media.views import bp
from app.web.terminal import DRY_RUN, bar

bp.cli.help = "The files of pictures."


@bp.cli.command()
@DRY_RUN
@click.option("--all", "even_all", is_flag=True, help="Even where they are very many.")
def sweep(dry_run, even_all):
    """Remove files that belong to no picture; name pictures that lack a file."""
    they = found()
    if they.are_doubtful and not even_all:
        raise click.ClickException(DOUBT % (len(they.orphans), they.total))
    if not dry_run:
        remove(they.orphans)
    went = "Would go" if dry_run else "Gone"
    click.echo(f"{went}: files of {len(they.orphans)} pictures.")
    with bar("Looking for files", count_rows()) as progress:
        missing = list(lost(progress.update))
    for name, file in missing:
        click.echo(f"Missing: {name}/{file}")
