"""What somebody is told of, as their page would list it."""

from app.extensions import db
from app.models import Notification, news
from app.web.news import told
from app.web.outbox import as_if_asked


def news_of(reader, shelf=""):
    """The newest first: what happened, who did it, how many they are."""
    db.session.flush()
    newest = Notification.newest_at.desc(), Notification.id.desc()
    with as_if_asked():
        notes = db.session.scalars(news.of(reader, shelf).order_by(*newest)).all()
        return [(s.note.kind, s.who(), s.count) for s in told(reader, notes)]


def kinds_of(reader, shelf=""):
    return [kind for kind, _who, _count in news_of(reader, shelf)]


def read_all(person):
    """Have everything read that somebody was told of."""
    db.session.query(Notification).filter_by(user_id=person.id).update(
        {"read_at": Notification.newest_at}, synchronize_session=False
    )
    db.session.commit()
