"""What happens to an address that somebody else may have made."""

from sqlalchemy import delete

from app.events import account_taken_back
from app.extensions import db
from app.models import FeedKey


@account_taken_back.connect
def end_a_later_one(account, since):
    """Or a stranger would go on hearing of what is new."""
    theirs = delete(FeedKey).where(FeedKey.user_id == account.user_id)
    db.session.execute(theirs.where(FeedKey.created_at >= since))
