from flask import Blueprint, Response
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.lib.feeds.opml import Outline, opml
from app.models import Follow, TagFollow
from app.models.columns import now
from app.web.headers import keep_private
from app.web.site import site_name
from app.web.urls import absolute_url

bp = Blueprint("followed_feeds", __name__)


@bp.get("/settings/data/feeds.opml")
def show():
    """Hand out the feeds of all whom the reader follows, as a list for programs."""
    keep_private()
    groups = {_("People"): _people(), _("Tags"): _tags()}
    response = Response(opml(site_name(), now(), groups), mimetype="text/x-opml")
    name = f"inklings-{current_user.handle}-feeds.opml"
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response


def _people():
    rows = current_user.following().order_by(Follow.created_at, Follow.followed_id)
    for person in (row.followed for row in db.session.scalars(rows)):
        feed = absolute_url("author_feeds.show", handle=person.handle, shape="atom")
        page = absolute_url("profiles.show", handle=person.handle)
        yield Outline(person.name, feed, page)


def _tags():
    rows = current_user.followed_tags().order_by(TagFollow.created_at, TagFollow.tag_id)
    for tag in (row.tag for row in db.session.scalars(rows)):
        feed = absolute_url("tag_feeds.show", name=tag.name, shape="atom")
        yield Outline(f"#{tag.label}", feed, absolute_url("tags.show", name=tag.name))
