"""``flask posts …``: what derives from posts, made again."""

import click

from app.posts.views import bp
from app.web import rerendering
from app.web.terminal import DRY_RUN, bar

bp.cli.help = "What is made from posts and pages."


@bp.cli.command()
@click.option("--all", "everything", is_flag=True, help="Also what is up to date.")
@DRY_RUN
def rerender(everything, dry_run):
    """Make the HTML of posts and pages again that an older renderer made.

    It can be stopped at any time: what is left is done later, by the next call or by
    the worker at night.
    """
    count = rerendering.count_all() if everything else rerendering.count_older()
    if dry_run:
        click.echo(f"{count} posts and pages would be rendered again.")
        return
    if everything:
        rerendering.mark_all_as_older()
    with bar("Rendering", count) as progress:
        done = rerendering.rerender_older(done=progress.update)
    click.echo(f"{done} posts and pages were rendered again.")
