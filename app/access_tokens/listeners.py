"""What happens to applications that somebody else may have registered."""

from sqlalchemy import delete

from app.events import account_taken_back
from app.extensions import db
from app.models import Application


@account_taken_back.connect
def remove_later_ones(account, since):
    """Or a stranger would go on asking people in the name of its owner."""
    theirs = delete(Application).where(Application.user_id == account.user_id)
    db.session.execute(theirs.where(Application.created_at >= since))
