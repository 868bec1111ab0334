"""``flask posts …``: what derives from posts, made again."""

import click
from sqlalchemy import select
from sqlalchemy.orm import undefer_group

from app.extensions import db
from app.lib import markdown
from app.models import Post, User
from app.models.post import recount_posts
from app.posts.views import bp

BATCH = 100


@bp.cli.command()
def rerender():
    """Make the HTML of posts again that an older renderer made."""
    older = (
        select(Post)
        .where(Post.renderer < markdown.VERSION)
        .options(undefer_group("whole"))
        .limit(BATCH)
    )
    done = 0
    while posts := db.session.scalars(older).all():
        for post in posts:
            post.rerender()
        db.session.commit()
        done += len(posts)
    click.echo(f"{done} posts were rendered again.")


@bp.cli.command()
def recount():
    """Set everybody's count of posts to what the rows say."""
    recount_posts(User)
    db.session.commit()
