from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models import Outbox
from app.models.permissions import ADMINISTER
from app.models.rows import touched
from app.web.access import permitted
from app.web.outbox import recipient

bp = Blueprint("outbox", __name__, url_prefix="/admin/outbox", cli_group=None)

MOST = 50


@bp.get("/")
@permitted(ADMINISTER)
def index():
    """List what waits to go out, and what could not."""
    return render_template(
        "outbox/index.html",
        waiting=db.session.scalars(Outbox.waiting().limit(MOST)).all(),
        failed=db.session.scalars(Outbox.failed().limit(MOST)).all(),
        recipient=recipient,
    )


@bp.post("/<id:key>/retry")
@permitted(ADMINISTER)
def update(key):
    """Try again now what did not go out."""
    if not touched(Outbox.retry(key)):
        abort(404)
    db.session.commit()
    flash(_("It will be tried again in a moment."), "success")
    return redirect(url_for("outbox.index"), 303)
