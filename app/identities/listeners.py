"""What happens to names of other sites that somebody else may have linked."""

from sqlalchemy import delete

from app.events import account_taken_back
from app.extensions import db
from app.models import Identity


@account_taken_back.connect
def unlink_later_ones(account, since):
    """Or a stranger would go on signing in by theirs."""
    theirs = delete(Identity).where(Identity.user_id == account.user_id)
    db.session.execute(theirs.where(Identity.created_at >= since))
