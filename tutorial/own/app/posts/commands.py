"""``flask posts …``: what derives from posts, made again."""

import click

from app.extensions import db
from app.lib import markdown
from app.models import Post
from app.posts.views import bp

BATCH = 100


@bp.cli.command()
def rerender():
    """Make the HTML of posts again that an older renderer made."""
    older = db.select(Post).where(Post.renderer < markdown.VERSION).limit(BATCH)
    done = 0
    while posts := db.session.scalars(older).all():
        for post in posts:
            post.rerender()
        db.session.commit()
        done += len(posts)
    click.echo(f"{done} posts were rendered again.")
