from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.lib.passwords import hash_password
from app.web.access import sudo
from app.web.announce import announce
from app.web.current import end_other_sessions, rotate
from app.web.new_password import NewPasswordForm

bp = Blueprint("passwords", __name__, url_prefix="/settings/password")


@bp.get("/")
@sudo
def edit():
    """Ask for a new password."""
    return render_template("passwords/edit.html", form=_form())


@bp.post("/")
@sudo
def update():
    """Change the password and end every other session."""
    form = _form()
    if not form.validate():
        return render_template("passwords/edit.html", form=form), 422
    current_user.account.password_hash = hash_password(form.new_password.data)
    end_other_sessions()
    rotate()
    announce("password.changed", current_user.account)
    db.session.commit()
    flash(
        _("Your password is changed. Other devices have to sign in again."), "success"
    )
    return redirect(url_for("security.index"), 303)


def _form():
    return NewPasswordForm(current_user, current_user.account)
