from flask import (
    Blueprint,
    Response,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.lib.feeds import SHAPES, tag_uri
from app.models import Notification, news
from app.notification_feeds import fresh
from app.notification_feeds.entries import entry_of
from app.web import audit, find
from app.web.access import sudo
from app.web.feeds import Head, for_everybody, shaped, written
from app.web.headers import keep_nowhere, keep_private, tell_nobody
from app.web.limits import against_floods, against_made_up_links
from app.web.locale import speaking
from app.web.news import told
from app.web.pagination import paginate
from app.web.site import site_name
from app.web.urls import absolute_url

bp = Blueprint("notification_feeds", __name__)


@bp.get("/notifications/feed/<token>.<any(atom, rss, json):shape>")
@for_everybody
@against_made_up_links
def show(token, shape):
    """Hand out what is new to somebody; it stays as unread as it was."""
    keep_private()
    tell_nobody()
    person = find.hearer(token)
    with speaking(person.account.language):
        page = paginate(news.of(person), Notification.newest_at, Notification.id)
        entries = [entry_of(story, person) for story in told(person, page)]
        response = shaped(shape, written(_head(person), entries, page), Response())
    response.add_etag()
    return response.make_conditional(request)


@bp.get("/settings/notifications/feed/")
def edit():
    """Say whether there is an address; one that was just made is shown, this once."""
    keep_nowhere()
    tell_nobody()
    return render_template(
        "notification_feeds/edit.html",
        key=current_user.feed_key,
        token=fresh.taken(current_user),
        shapes=SHAPES,
    )


@bp.post("/settings/notifications/feed/")
@sudo
@against_floods("60 per hour")
def create():
    """Make a secret address; the one before leads nowhere any more."""
    fresh.keep(current_user, current_user.begin_feed())
    audit.record("feed.begun")
    db.session.commit()
    return redirect(url_for("notification_feeds.edit"), 303)


@bp.post("/settings/notifications/feed/delete")
def destroy():
    """End it: the address leads nowhere any more."""
    current_user.end_feed()
    audit.record("feed.ended")
    db.session.commit()
    flash(_("The address leads nowhere any more."), "success")
    return redirect(url_for("notification_feeds.edit"), 303)


def _head(person):
    page = absolute_url("notifications.index")
    name = tag_uri(page, person.created_at, "notifications", person.id)
    title = _("Notifications of %(name)s", name=person.name)
    return Head(name, f"{title} · {site_name()}", page)
