from flask import Blueprint, redirect, render_template
from flask_login import current_user

from app.extensions import db
from app.models import Account
from app.web.access import public
from app.web.account_form import AccountForm
from app.web.current import sign_in
from app.web.limits import against_floods
from app.web.races import won
from app.web.urls import next_path

bp = Blueprint("accounts", __name__)


@bp.get("/sign-up")
@public
def new():
    """Show the sign-up page."""
    if current_user.is_authenticated:
        return redirect(next_path(), 303)
    return render_template("accounts/new.html", form=AccountForm())


@bp.post("/sign-up")
@public
@against_floods("5 per hour")
def create():
    """Make an account and sign its person in."""
    form = AccountForm()
    if not form.validate():
        return render_template("accounts/new.html", form=form), 422
    account = Account.open(**form.person)
    if not won():
        form.handle.errors = [form.taken_handle]
        return render_template("accounts/new.html", form=form), 422
    sign_in(account, keep=True)
    db.session.commit()
    return redirect(next_path(), 303)
