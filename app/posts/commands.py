"""``flask posts …``: what derives from posts, made again."""

import click

from app.extensions import db
from app.models import User
from app.models.post_count import recount_posts
from app.posts.views import bp
from app.web.rerendering import rerender_older


@bp.cli.command()
def rerender():
    """Make the HTML of posts again that an older renderer made."""
    click.echo(f"{rerender_older()} posts were rendered again.")


@bp.cli.command()
def recount():
    """Set everybody's count of posts to what the rows say."""
    recount_posts(User)
    db.session.commit()
