from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import current_user

from app.extensions import db, login
from app.lib.passwords import password_matches
from app.sudo.forms import SudoForm
from app.web.current import current_session, rotate
from app.web.kept import carried_words, sent_words
from app.web.limits import against_guessing
from app.web.urls import next_path

bp = Blueprint("sudo", __name__, url_prefix="/confirm-it-is-you")


@login.needs_refresh_handler
def interrupt():
    """Ask a member who they are first; one who sent a form takes it along."""
    if request.method != "POST":
        wanted = request.full_path.rstrip("?")
        return redirect(url_for("sudo.new", next=wanted), 303)
    kept = sent_words()
    form = SudoForm(blank=True)
    return render_template("sudo/new.html", form=form, kept=kept), 403


@bp.get("/")
def new():
    """Ask for the password, or another proof."""
    return render_template("sudo/new.html", form=SudoForm(next=next_path()))


@bp.post("/")
@against_guessing
def create():
    """Believe for ten minutes who proved it; whatever had to wait goes on."""
    form = SudoForm()
    hashed = current_user.account.password_hash
    if not (form.validate() and password_matches(form.password.data, hashed)):
        return render_template("sudo/new.html", form=form, kept=carried_words()), 422
    current_session().prove()
    rotate()
    db.session.commit()
    if kept := carried_words():
        return render_template("auth/resume.html", kept=kept)
    return redirect(next_path(), 303)
