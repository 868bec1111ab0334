"""``flask likes …``: counters, set right."""

from app.extensions import db
from app.likes.views import bp
from app.models import Like
from app.models.tally import recount as recount_rows


@bp.cli.command()
def recount():
    """Set every post's count of likes to what the rows say."""
    recount_rows(Like)
    db.session.commit()
