from flask import Blueprint, flash, redirect, render_template
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.forms import AccountForm
from app.extensions import db
from app.models import Account
from app.web.access import public
from app.web.current import sign_in
from app.web.limits import against_floods  #: 21
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
@against_floods("5 per hour")  #: 21
def create():
    """Make an account and sign its person in."""
    form = AccountForm()
    if not form.validate():
        return render_template("accounts/new.html", form=form), 422
    account = Account.open(**form.person)
    if not won():
        # Two pressed the button at once, or the address is known: say neither which.
        form.handle.errors = [_("This handle or this address can’t be used.")]
        return render_template("accounts/new.html", form=form), 422
    db.session.commit()  #: 8-20
    sign_in(account.user, keep=False)
    db.session.commit()  #: 21
    flash(_("Welcome, %(name)s.", name=account.user.name), "success")
    return redirect(next_path(), 303)
