"""The letter of what is unread, every day or every week at an hour of one's own."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.lib.time_zones import zone_of
from app.models import Account, Notification, NotificationSettings, User, news
from app.models.columns import now
from app.web.mail_kinds import unsubscribe_url, wants
from app.web.news import told
from app.web.outbox import as_if_asked, defer, delivers
from app.web.owner import tell
from app.web.rounds import on_each_round
from app.web.urls import absolute_url

#: Longer letters are not read: the rest is on the site.
LINES = 20
#: So many begin in one round; the next one goes on.
AT_ONCE = 500


@on_each_round
def begin():
    """Leave a letter to the worker for everybody whose hour has come.

    With it the next one is planned: whatever happens, each is begun once.
    """
    with as_if_asked():
        for settings in db.session.scalars(NotificationSettings.due().limit(AT_ONCE)):
            known = select(Account.time_zone).where(Account.user_id == settings.user_id)
            zone = zone_of(db.session.scalar(known))
            # Whoever has moved meanwhile gets it when it is their hour where they are.
            if settings.is_due_in(zone):
                _leave(settings)
            settings.plan(zone)


def _leave(settings):
    since = settings.digested_at.isoformat()
    once = f"{settings.user_id} {settings.digest_at.isoformat()}"
    defer("digest", once=once, user_id=settings.user_id, since=since)
    settings.digested_at = now()


@delivers("digest")
def write(_row, user_id, since):
    """Write of what came since the last one and is unread; of nothing, nothing."""
    reader = db.session.scalar(_with_account(user_id))
    if reader is None or not wants(reader.account, "digest"):
        return
    fresh = news.since(reader, datetime.fromisoformat(since))
    newest = fresh.order_by(Notification.newest_at.desc(), Notification.id.desc())
    if notes := db.session.scalars(newest.limit(LINES + 1)).all():
        end = unsubscribe_url(reader.account, "digest")
        stories = told(reader, notes[:LINES])
        told_of = {"stories": stories, "more": len(notes) > LINES}
        link = absolute_url("notifications.index")
        tell("digest", reader.account, unsubscribe=end, link=link, **told_of)


def _with_account(user_id):
    here = select(User).where(User.id == user_id, User.is_here())
    return here.options(joinedload(User.account))
