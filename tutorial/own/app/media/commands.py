"""``flask media sweep``: files whose row has gone."""

import click

from app.extensions import db
from app.media.views import bp
from app.models import Picture
from app.web import pictures

bp.cli.help = "The files of pictures."


@bp.cli.command()
def sweep():
    """Remove files that belong to no picture."""
    # The files first: one that comes meanwhile has its row already when it comes.
    names = set(pictures.store().names())
    known = db.select(Picture.name).where(Picture.name.in_(names))
    orphans = names - set(db.session.scalars(known))
    pictures.forget(orphans)
    click.echo(f"Gone: files of {len(orphans)} pictures.")
