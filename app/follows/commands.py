"""``flask follows …``: counters, set right."""

from app.extensions import db
from app.follows.views import bp
from app.models import User
from app.models.follow import recount_follows


@bp.cli.command()
def recount():
    """Set everybody's counts of followers and followed to what the rows say."""
    recount_follows(User)
    db.session.commit()
