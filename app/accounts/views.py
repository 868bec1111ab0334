from flask import Blueprint, redirect, render_template, request
from flask_login import current_user

from app.accounts.forms import SignUpForm
from app.extensions import db
from app.models import Account
from app.web.access import public
from app.web.joining import admit, welcome
from app.web.limits import against_floods
from app.web.races import won
from app.web.urls import next_path

bp = Blueprint("accounts", __name__)


@bp.get("/sign-up")
@bp.get("/join/<slug:code>")
@public
def new(code=""):
    """Show the sign-up page, or what it takes to get there."""
    if current_user.is_authenticated:
        return redirect(next_path(), 303)
    form = SignUpForm(code=code or request.args.get("code", ""))
    needs_code = form.door.asks_for_code
    page = "accounts/code.html" if needs_code else "accounts/new.html"
    return render_template(page, form=form)


@bp.post("/sign-up")
@public
@against_floods("5 per hour")
def create():
    """Make an account and sign its person in, unless they have to wait."""
    form = SignUpForm()
    if form.door.is_closed:
        return render_template("accounts/new.html", form=form), 403
    if not form.validate():
        return render_template("accounts/new.html", form=form), 422
    account = Account.open(**form.person)
    if not won():
        form.handle.errors = [form.taken_handle]
        return render_template("accounts/new.html", form=form), 422
    if not admit(form, account):
        return render_template("accounts/new.html", form=form), 422
    where = welcome(account)
    db.session.commit()
    return redirect(where, 303)


@bp.get("/sign-up/waiting")
@public
def show():
    """Say to somebody who asked to join what comes next."""
    return render_template("accounts/show.html")
