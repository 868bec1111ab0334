"""``flask comments …``: what derives from comments, made again."""

import click

from app.comments import upkeep
from app.comments.views import bp
from app.models import Comment
from app.web.rerendering import mark_as_older
from app.web.terminal import DRY_RUN, bar

bp.cli.help = "What is made from comments."


@bp.cli.command()
@click.option("--all", "everything", is_flag=True, help="Also what is up to date.")
@DRY_RUN
def rerender(everything, dry_run):
    """Make the HTML of comments again that an older renderer made.

    It can be stopped at any time: what is left is done later, by the next call or by
    the worker at night.
    """
    count = upkeep.count_all() if everything else upkeep.count_older()
    if dry_run:
        click.echo(f"{count} comments would be rendered again.")
        return
    if everything:
        mark_as_older(Comment)
    with bar("Rendering", count) as progress:
        done = upkeep.rerender_older(done=progress.update)
    click.echo(f"{done} comments were rendered again.")
