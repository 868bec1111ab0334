"""``flask follows …``: counters, set right."""

from app.extensions import db
from app.follows.views import bp
from app.models import Follow
from app.models.tally import recount as recount_rows


@bp.cli.command()
def recount():
    """Set everybody's counts of followers and followed to what the rows say."""
    recount_rows(Follow)
    db.session.commit()
