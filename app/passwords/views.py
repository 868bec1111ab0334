from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.lib.passwords import hash_password
from app.passwords.forms import PasswordForm
from app.web import audit
from app.web.access import sudo
from app.web.current import end_other_sessions, rotate

bp = Blueprint("passwords", __name__, url_prefix="/settings/password")


@bp.get("/")
@sudo
def edit():
    """Ask for a new password."""
    return render_template("passwords/edit.html", form=PasswordForm())


@bp.post("/")
@sudo
def update():
    """Change the password and end every other session."""
    form = PasswordForm()
    if not form.validate():
        return render_template("passwords/edit.html", form=form), 422
    current_user.account.password_hash = hash_password(form.new_password.data)
    end_other_sessions()
    rotate()
    audit.record("password.changed")
    db.session.commit()
    flash(
        _("Your password is changed. Other devices have to sign in again."), "success"
    )
    return redirect(url_for("security.index"), 303)
