from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.auth.forms import SignInForm
from app.extensions import login  #: 8-20
from app.extensions import db, login  #: 21
from app.models.account import account_behind
from app.web.access import public
from app.web.current import sign_in, sign_out
from app.web.limits import against_guessing  #: 21
from app.web.urls import next_path, this_path

bp = Blueprint("auth", __name__)


@login.unauthorized_handler
def interrupt():
    """Ask a visitor to sign in first, and lead on to the page they wanted."""
    wanted = this_path() if request.method == "GET" else None
    return redirect(url_for("auth.new", next=wanted), 303)


@bp.get("/sign-in")
@public
def new():
    """Show the sign-in page."""
    if current_user.is_authenticated:
        return redirect(next_path(), 303)
    return render_template("auth/new.html", form=SignInForm(next=next_path()))


@bp.post("/sign-in")
@public
@against_guessing  #: 21
def create():
    """Begin a session."""
    form = SignInForm()
    account = (
        account_behind(form.identifier.data, form.password.data)
        if form.validate()
        else None
    )
    if account is None:
        return render_template("auth/new.html", form=form), 422
    sign_in(account.user, keep=form.keep.data)
    db.session.commit()  #: 21
    return redirect(next_path(), 303)


@bp.post("/sign-out")
@public
def destroy():
    """End the session of this browser."""
    sign_out()
    db.session.commit()  #: 21
    flash(_("You’re signed out. See you soon."), "success")
    return redirect(url_for("explore.index"), 303)
