"""``flask sessions prune``: what is over is forgotten."""

import click

from app.extensions import db
from app.models import LoginSession
from app.sessions.views import bp


@bp.cli.command()
def prune():
    """Forget the sessions that have ended by themselves."""
    gone = db.session.execute(LoginSession.removal()).rowcount
    db.session.commit()
    click.echo(f"{gone} sessions forgotten.")
