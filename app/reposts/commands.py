"""``flask reposts …``: counters, set right."""

from app.extensions import db
from app.models import Repost
from app.models.tally import recount as recount_rows
from app.reposts.views import bp


@bp.cli.command()
def recount():
    """Set every post's count of reposts to what the rows say."""
    recount_rows(Repost)
    db.session.commit()
