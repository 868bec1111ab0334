from flask import Blueprint, flash, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import TagFollow
from app.models.tag_follow import MOST_TAGS
from app.web import find
from app.web.in_place import in_place
from app.web.limits import for_each_member
from app.web.marks import is_following_tag
from app.web.pagination import paginate

bp = Blueprint("tag_follows", __name__)


@bp.get("/settings/tags/")
def index():
    """List the tags that the reader follows."""
    tags = current_user.followed_tags()
    page = paginate(tags, TagFollow.created_at, TagFollow.tag_id, size=MOST_TAGS)
    return render_template("tag_follows/index.html", page=page)


@bp.post("/tags/<slug:name>/follow")
@for_each_member("300 per hour")
def create(name):
    """Follow a tag, if there is room and the reader finds something there."""
    tag = find.tag_in_use(name)
    if not current_user.follow_tag(tag):
        flash(
            _("You follow %(num)d tags already. Let one go first.", num=MOST_TAGS),
            "warning",
        )
    db.session.commit()
    return _answer(tag)


@bp.post("/tags/<slug:name>/follow/delete")
def destroy(name):
    """Follow a tag no longer."""
    tag = find.followed_tag(name)
    current_user.unfollow_tag(tag)
    db.session.commit()
    return _answer(tag)


def _answer(tag):
    return in_place(
        "tag_follows/_button.html",
        url_for("tags.show", name=tag.name),
        tag=tag,
        follows_tag=is_following_tag(tag),
    )
