"""``flask comments …``: counters, set right."""

import click

from app.comments.upkeep import rerender_older
from app.comments.views import bp
from app.extensions import db
from app.models import Comment, CommentLike
from app.models.tally import recount as recount_rows


@bp.cli.command()
def recount():
    """Set the counts of comments, replies and likes to what the rows say."""
    for table in (Comment, CommentLike):
        recount_rows(table)
    db.session.commit()


@bp.cli.command()
def rerender():
    """Make the HTML of comments again that an older renderer made."""
    click.echo(f"{rerender_older()} comments were rendered again.")
