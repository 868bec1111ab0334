from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.auth.forms import SignInForm
from app.extensions import db, login
from app.models.account import account_behind
from app.web import scripts, second_step
from app.web.access import public, while_away
from app.web.current import sign_in, sign_out
from app.web.kept import carried_words, go_on, interrupted_words
from app.web.limits import against_guessing
from app.web.urls import next_path, this_path

bp = Blueprint("auth", __name__)


@login.unauthorized_handler
def interrupt():
    """Ask a visitor to sign in first; one who sent a form takes it along."""
    if scripts.is_asking():
        words = _("You are signed out. Sign in again first.")
        return scripts.told("signed-out", 401, error=words)
    if request.method != "POST":
        return redirect(url_for("auth.new", next=this_path()), 303)
    return render_template(
        "auth/new.html",
        form=SignInForm(blank=True),
        kept=interrupted_words(),
    ), 401


@bp.get("/sign-in")
@public
def new():
    """Show the sign-in page."""
    if current_user.is_authenticated:
        return redirect(next_path(), 303)
    return render_template("auth/new.html", form=SignInForm(next=next_path()))


@bp.post("/sign-in")
@public
@against_guessing
def create():
    """Begin a session; with it goes on whatever a closed door had interrupted."""
    form = SignInForm()
    account = (
        account_behind(form.identifier.data, form.password.data)
        if form.validate()
        else None
    )
    if account is None:
        return render_template("auth/new.html", form=form, kept=carried_words()), 422
    if account.has_second_factor:
        db.session.commit()
        return second_step.ask(account, keep=form.keep.data)
    sign_in(account, keep=form.keep.data)
    db.session.commit()
    return go_on(next_path())


@bp.post("/sign-out")
@public
@while_away
def destroy():
    """End the session of this browser."""
    sign_out()
    db.session.commit()
    flash(_("You’re signed out. See you soon."), "success")
    return redirect(url_for("timelines.index"), 303)
