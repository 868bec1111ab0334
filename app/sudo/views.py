from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import current_user

from app.extensions import db, login
from app.lib.passwords import password_matches
from app.sudo.forms import SudoForm
from app.web import second_step
from app.web.access import while_away
from app.web.current import current_session, rotate
from app.web.kept import carried_words, go_on, sent_words
from app.web.limits import against_guessing
from app.web.urls import next_path, this_path

bp = Blueprint("sudo", __name__, url_prefix="/confirm-it-is-you")


@login.needs_refresh_handler
def interrupt():
    """Ask a member who they are first; one who sent a form takes it along."""
    if request.method != "POST":
        return redirect(url_for("sudo.new", next=this_path()), 303)
    return _page(SudoForm(blank=True), sent_words()), 403


@bp.get("/")
@while_away
def new():
    """Ask for the password, or another proof."""
    return _page(SudoForm(next=next_path()))


@bp.post("/")
@while_away
@against_guessing
def create():
    """Believe for ten minutes who proved it; whatever had to wait goes on."""
    form = SudoForm()
    if not (form.validate() and _is_them(form)):
        return _page(form, carried_words()), 422
    current_session().prove()
    rotate()
    db.session.commit()
    return go_on(next_path())


def _page(form, kept=None):
    account = current_user.account
    return render_template(
        "sudo/new.html",
        form=form,
        kept=kept,
        has_totp=account.totp is not None,
        has_passkeys=account.passkey_count > 0,
    )


def _is_them(form):
    account = current_user.account
    # A browser may have filled in some password by itself: who pressed wins.
    if form.password.data and not form.credential.data:
        return password_matches(form.password.data, account.password_hash)
    return second_step.is_passed(account, form)
