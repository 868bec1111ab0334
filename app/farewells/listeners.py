"""What is due before accounts go: letters on the last days, and a last clean-up."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.models import AuditEntry, Outbox, User
from app.models.columns import now
from app.web.outbox import as_if_asked
from app.web.owner import tell
from app.web.pruning import before_pruning

#: How long before the end somebody is told once more, and then again.
FIRST, LAST = timedelta(days=3), timedelta(days=1)


@before_pruning
def remind():
    """Tell whoever is about to be deleted how to stay; at each time once."""
    ending = User.ending(FIRST).options(joinedload(User.account))
    with as_if_asked():
        for person in db.session.scalars(ending).all():
            which = "last" if person.ends_at <= now() + LAST else "first"
            once = f"ending {person.id} {person.ends_at} {which}"
            tell("account_ending", person.account, once=once, person=person)


@before_pruning
def forget():
    """Their letters go too; what they did to others stays said, but not from where."""
    gone = select(User.id).where(User.ended())
    db.session.execute(Outbox.removal_about(gone))
    db.session.execute(AuditEntry.forget_where(gone))
