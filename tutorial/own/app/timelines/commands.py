"""``flask timelines plan HANDLE``: how the database finds somebody's home."""

import click

from app.extensions import db
from app.models import Post, User, timelines
from app.timelines.views import bp


@bp.cli.command()
@click.argument("handle")
def plan(handle):
    """Say how the database would find the newest page of somebody's home."""
    reader = db.session.scalar(User.known_as(handle))
    if reader is None:
        raise click.ClickException(f"Nobody is called @{handle}.")
    newest = timelines.home(reader).order_by(Post.published_at.desc(), Post.id.desc())
    query = newest.limit(20).compile(db.engine, compile_kwargs={"literal_binds": True})
    for step in db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {query}"):
        click.echo(step.detail)
