"""``flask notifications …``: counters, set right."""

from app.extensions import db
from app.models.notification import recount_actors
from app.notifications.views import bp


@bp.cli.command()
def recount():
    """Set the count of people of every notification to what the rows say."""
    recount_actors()
    db.session.commit()
