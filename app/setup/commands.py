"""``flask first-steps``: what to do with a site that has just been started."""

import click

from app.setup.views import bp
from app.web.site import current_site


@bp.cli.command("first-steps")
def first_steps():
    """Say what to do first, while there is something to do."""
    if current_site() is None:
        click.echo(
            "This site is new: its first visitor names it and becomes the admin."
        )
