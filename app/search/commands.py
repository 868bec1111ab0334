"""``flask search …``: the index, made again."""

import click

from app.search.views import bp
from app.web.indexing import count_all, rebuild


@bp.cli.command("rebuild")
def rebuild_all():
    """Write the index again, from the newest post to the oldest; the site goes on."""
    with click.progressbar(length=count_all(), label="Indexing") as bar:
        rebuild(bar.update)
    click.echo("Everything can be found.")
