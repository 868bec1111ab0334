"""``flask search …``: the index, made again."""

import click

from app.search.views import bp
from app.web.indexing import count_all, rebuild
from app.web.terminal import bar

bp.cli.help = "The index that searches look into."


@bp.cli.command("rebuild")
def rebuild_all():
    """Write the index again, from the newest post to the oldest; the site goes on."""
    with bar("Indexing", count_all()) as progress:
        rebuild(progress.update)
    click.echo("Everything can be found.")
