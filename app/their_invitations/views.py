from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models.permissions import ADMINISTER
from app.web import audit, find
from app.web.access import permitted, sudo

bp = Blueprint(
    "their_invitations",
    __name__,
    url_prefix="/admin/people/<handle:handle>/invitations",
)


@bp.post("/delete")
@permitted(ADMINISTER)
@sudo
def destroy(handle):
    """Take back every invitation of somebody that still lets people in."""
    account = find.account(handle)
    account.user.revoke_invitations()
    audit.record("invitations.revoked", account)
    db.session.commit()
    flash(_("Taken back. Their links let in nobody any more."), "success")
    return redirect(url_for("people.edit", handle=handle), 303)
