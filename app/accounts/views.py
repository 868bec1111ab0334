from flask import Blueprint, redirect, render_template, request
from flask_login import current_user

from app.extensions import db
from app.models import Account
from app.web.access import public
from app.web.joining import JoiningForm, admit, welcome
from app.web.limits import against_sign_ups
from app.web.urls import next_path

bp = Blueprint("accounts", __name__)


@bp.get("/sign-up")
@bp.get("/join/<slug:code>")
@public
def new(code=""):
    """Show the sign-up page, or what it takes to get there."""
    if current_user.is_authenticated:
        return redirect(next_path(), 303)
    form = JoiningForm(code=code or request.args.get("code", ""))
    if form.door.asks_for_code:
        return render_template("accounts/code.html", form=form)
    return _page(form)


@bp.post("/sign-up")
@public
@against_sign_ups
def create():
    """Make an account and sign its person in, unless they have to wait."""
    form = JoiningForm()
    if form.door.is_closed:
        return _page(form), 403
    if not form.validate():
        return _page(form), 422
    account = Account.open(**form.person)
    if not admit(form, account):
        return _page(form), 422
    where = welcome(account)
    db.session.commit()
    return redirect(where, 303)


@bp.get("/sign-up/waiting")
@public
def show():
    """Say to somebody who asked to join what comes next."""
    return render_template("accounts/show.html")


def _page(form):
    return render_template("accounts/new.html", form=form)
