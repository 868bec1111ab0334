from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models.permissions import ADMINISTER
from app.web import audit, find
from app.web.access import permitted, sudo
from app.web.races import won

bp = Blueprint(
    "vouched_addresses", __name__, url_prefix="/admin/people/<handle:handle>/address"
)


@bp.post("/")
@permitted(ADMINISTER)
@sudo
def create(handle):
    """Confirm somebody's address by hand, as after a telephone call."""
    account = find.account(handle)
    account.confirm()
    if not won():
        abort(409, _("Somebody else has confirmed this address already."))
    audit.record("email.vouched", account)
    db.session.commit()
    flash(_("The address counts as confirmed."), "success")
    return redirect(url_for("people.edit", handle=handle), 303)
