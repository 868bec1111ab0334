from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db, login
from app.web import pending, second_step
from app.web.access import public
from app.web.announce import warn_of_wrong_code
from app.web.code_form import CodeForm
from app.web.current import sign_in
from app.web.kept import carried_words, go_on
from app.web.limits import against_guessing
from app.web.urls import next_path

bp = Blueprint("second_steps", __name__, url_prefix="/sign-in/second-step")


@bp.get("")
@public
def new():
    """Ask for a code or a passkey, after a right password."""
    half = pending.current()
    if half is None or current_user.is_authenticated:
        return _start_again()
    return second_step.page(half, CodeForm())


@bp.post("")
@public
@against_guessing
def create():
    """Sign in whoever passes; with them goes on what a closed door interrupted."""
    half, form = pending.current(), CodeForm()
    if half is None or current_user.is_authenticated:
        return _start_again()
    if not (form.validate() and second_step.is_passed(half.account, form)):
        warn_of_wrong_code(half.account)
        db.session.commit()
        return second_step.page(half, form, carried_words()), 422
    sign_in(half.account, keep=half.keep)
    db.session.commit()
    if form.recovery_code.data:
        flash(second_step.words_about_codes(half.account), "success")
    return go_on(half.next)


@bp.post("/delete")
@public
def destroy():
    """Forget the first step, as on somebody else’s computer."""
    pending.end()
    return redirect(url_for("auth.new", next=next_path()), 303)


def _start_again():
    """Where the other tab has signed in meanwhile, or ten minutes have passed."""
    if current_user.is_authenticated:
        return go_on(next_path())
    if carried_words():
        return login.unauthorized()
    flash(_("That took more than ten minutes. Start again, please."), "warning")
    return redirect(url_for("auth.new", next=next_path()), 303)
