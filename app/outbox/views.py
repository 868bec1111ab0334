from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import ngettext as _n

from app.extensions import db
from app.models import Outbox
from app.models.permissions import ADMINISTER
from app.models.rows import touched
from app.web.access import permitted, sudo
from app.web.outbox import recipient
from app.web.pagination import paginate

bp = Blueprint("outbox", __name__, url_prefix="/admin/outbox", cli_group=None)


# The one nearest to the function is the one that a link without a state leads to.
@bp.get("/failed", defaults={"state": "failed"})
@bp.get("/", defaults={"state": "waiting"})
@permitted(ADMINISTER)
@sudo
def index(state):
    """List what waits to go out, or what could not."""
    rows, moment = {
        "waiting": (Outbox.waiting(), Outbox.due_at),
        "failed": (Outbox.failed(), Outbox.failed_at),
    }[state]
    waiting, failed = db.session.execute(Outbox.tally()).one()
    return render_template(
        "outbox/index.html",
        state=state,
        counts={"waiting": waiting, "failed": failed},
        page=paginate(rows, moment, Outbox.id),
        recipient=recipient,
    )


@bp.post("/retry", defaults={"key": None})
@bp.post("/<id:key>/retry")
@permitted(ADMINISTER)
@sudo
def update(key):
    """Try again now what did not go out: one of them, or all."""
    count = touched(Outbox.retry(key))
    if key and not count:
        abort(404)
    db.session.commit()
    flash(
        _n(
            "It will be tried again within a minute.",
            "%(num)d will be tried again within a minute.",
            count,
        ),
        "success",
    )
    return redirect(url_for("outbox.index"), 303)
