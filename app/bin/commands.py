"""``flask prune``: what has rested in the bin for long enough goes for good."""

import click

from app.bin.views import bp
from app.extensions import db
from app.models import LoginSession, Post


@bp.cli.command()
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
def prune(dry_run):
    """Remove posts that are past their 30 days in the bin, and ended sessions."""
    posts = db.session.execute(Post.removal()).rowcount
    sessions = db.session.execute(LoginSession.removal()).rowcount
    went = f"{posts} posts and {sessions} ended sessions"
    if dry_run:
        db.session.rollback()
        click.echo(f"{went} would go.")
    else:
        db.session.commit()
        click.echo(f"{went} went.") if posts or sessions else None
