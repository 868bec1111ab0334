from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models.permissions import ADMINISTER
from app.web import find
from app.web.access import permitted, sudo
from app.web.announce import announce
from app.web.shutting_out import end_sign_ins

bp = Blueprint("second_factors", __name__, url_prefix="/admin/people")


@bp.post("/<handle:handle>/factors/reset")
@permitted(ADMINISTER)
@sudo
def destroy(handle):
    """Take every factor from somebody who lost them, and sign them out."""
    account = find.account(handle)
    if account.user == current_user:
        abort(409, _("These are yours. You’ll find them in your settings."))
    account.lock_factors()
    account.drop_factors()
    end_sign_ins(account.user_id)
    announce("factors.reset", account)
    db.session.commit()
    flash(_("Done. They can sign in with their password, and were told."), "success")
    return redirect(url_for("people.edit", handle=handle), 303)
