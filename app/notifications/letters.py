"""A letter of one notification, for who has not read it after a while."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.models import Notification, User, news
from app.models.columns import now
from app.web.limits import is_few
from app.web.mail_kinds import unsubscribe_url, wants
from app.web.news import told
from app.web.outbox import delivers
from app.web.owner import tell
from app.web.urls import absolute_url

#: Whom many write to at once has enough letters, and finds the rest on the site.
MOST = "12 per hour"


@delivers("notification_letters")
def write(_row, keys):
    """Tell by mail, unless it was read, taken back, or may not be seen any more."""
    for key in keys:
        _write_of(key)


def _write_of(key):
    reader = db.session.scalar(_reader_of(key))
    if reader is None:
        return
    mine = news.of(reader).where(Notification.id == key, Notification.is_news())
    note = db.session.scalar(mine)
    if note and wants(reader.account, note.kind) and is_few(MOST, "news", reader.id):
        end = unsubscribe_url(reader.account, note.kind)
        [story] = told(reader, [note])
        link = absolute_url("notifications.index")
        told_of = {"unsubscribe": end, "story": story, "link": link}
        tell("notification", reader.account, once=_day_of(story), **told_of)


def _day_of(story):
    """One letter a day for what the same people do: undone and done again too."""
    note = story.note
    people = sorted(person.id for person in story.people)
    return f"{note.user_id} {note.group_key} {people} {now():%Y-%m-%d}"


def _reader_of(key):
    whose = select(Notification.user_id).where(Notification.id == key)
    here = select(User).where(User.id == whose.scalar_subquery(), User.is_here())
    return here.options(joinedload(User.account))
