"""How well an account knows its person."""

from datetime import timedelta

from app.extensions import db
from app.models import Account, LoginSession, User
from app.models.columns import now


def take_password(person: User) -> None:
    """They sign in by other means."""
    mine = db.session.query(Account).filter_by(user_id=person.id)
    mine.update({"password_hash": ""})
    db.session.commit()


def let_time_pass(person: User) -> None:
    """They proved too long ago who they are."""
    mine = db.session.query(LoginSession).filter_by(user_id=person.id)
    mine.update({"proved_at": now() - timedelta(hours=1)})
    db.session.commit()
