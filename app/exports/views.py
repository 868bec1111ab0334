from flask import Blueprint, abort, g, render_template, send_file
from flask_babel import gettext as _
from flask_login import current_user

from app.exports.archive import archive_of
from app.extensions import db
from app.lib.stores import StoreFailed
from app.models.columns import now
from app.web import audit
from app.web.access import sudo, while_away
from app.web.headers import keep_nowhere
from app.web.limits import for_each_member

bp = Blueprint("exports", __name__, url_prefix="/settings/data")


@bp.get("/")
@while_away
def new():
    """Say what a copy of everything holds."""
    return render_template("exports/new.html")


@bp.post("/")
@while_away
@sudo
@for_each_member("5 per hour")
def create():
    """Make a copy of everything now, and hand it over."""
    audit.record("data.exported")
    db.session.commit()
    # From here on nothing is written: others may, however much there is to copy.
    g.only_reads = True
    try:
        archive, length = archive_of(current_user)
    except StoreFailed:
        abort(503, _("Your pictures can’t be reached just now. Try again in a minute."))
    name = f"inklings-{current_user.handle}-{now():%Y-%m-%d}.zip"
    keep_nowhere()
    response = send_file(archive, "application/zip", True, name)
    response.content_length = length
    response.call_on_close(archive.close)
    return response
