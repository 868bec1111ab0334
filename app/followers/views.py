from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.web import find
from app.web.urls import back_path

bp = Blueprint("followers", __name__, url_prefix="/@<handle:handle>/follower")


@bp.post("/delete")
def destroy(handle):
    """Be followed by somebody no longer; nobody tells them."""
    person = find.person(handle)
    current_user.send_away(person)
    db.session.commit()
    flash(_("%(name)s doesn’t follow you any more.", name=person.name), "success")
    mine = url_for("follows.index", handle=current_user.handle, side="followers")
    return redirect(back_path(mine), 303)
