"""``flask search …``: the index, made again."""

import click

from app.extensions import db
from app.models import Post
from app.models.search_index import write
from app.search.views import bp

BATCH = 100


@bp.cli.command()
def rebuild():
    """Write the index again, from the first post to the last; the site goes on."""
    done = last = 0
    some = db.select(Post).order_by(Post.id).limit(BATCH)
    while posts := db.session.scalars(some.where(Post.id > last)).all():
        for post in posts:
            write(db.session.connection(), post)
        db.session.commit()
        done, last = done + len(posts), posts[-1].id
    click.echo(f"{done} posts can be found.")
