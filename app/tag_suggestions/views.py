from flask import Blueprint, request
from flask_babel import gettext as _
from flask_babel import ngettext as _n

from app.extensions import db
from app.lib.tags import normalized
from app.models import suggestions
from app.web.limits import for_each_member

bp = Blueprint("tag_suggestions", __name__, url_prefix="/suggestions/tags")


@bp.get("/")
@for_each_member("300 per minute")
def index():
    """List tags that begin as ``?q=`` does, with how many posts they lead to."""
    typed = normalized(request.args.get("q", ""))
    rows = db.session.execute(suggestions.tags(typed)) if typed else []
    return [{"value": label, "note": _uses(uses)} for label, uses in rows if uses]


def _uses(count):
    """How many posts a tag leads to; of many, nobody counts all."""
    if count == suggestions.COUNTED:
        return _("%(num)d posts or more", num=count)
    return _n("%(num)d post", "%(num)d posts", count)
