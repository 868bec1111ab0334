from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.lib.passwords import hash_password
from app.models import LoginSession  #: 21
from app.models.columns import now  #: 19
from app.recoveries.forms import RecoveryForm
from app.recoveries.listeners import write  #: 11-18
from app.web import links
from app.web.access import public
from app.web.afterwards import afterwards  #: 11-18
from app.web.current import sign_in
from app.web.limits import against_floods  #: 21
from app.web.links import RESET_PASSWORD
from app.web.mail import post
from app.web.new_password import NewPasswordForm
from app.web.outbox import defer  #: 19

bp = Blueprint("recoveries", __name__, url_prefix="/forgotten-password")


@bp.get("/")
@public
def new():
    """Ask whose password was forgotten."""
    return render_template("recoveries/new.html", form=RecoveryForm())


@bp.post("/")
@public
@against_floods("5 per 30 minutes")  #: 21
def create():
    """Find out afterwards whose: the page is the same for nobody, and as fast."""  #: 11-18
    """Leave it to the worker to find out whose: the page is the same for nobody."""  #: 19
    form = RecoveryForm()
    if not form.validate():
        return render_template("recoveries/new.html", form=form), 422
    afterwards(write, identifier=form.identifier.data)  #: 11-18
    #: 19
    # Whoever presses the button twice gets one letter.
    once = f"{form.identifier.data} {now():%Y-%m-%d %H:%M}"
    defer("recovery", once, identifier=form.identifier.data)
    db.session.commit()
    #:
    return redirect(url_for("recoveries.show"), 303)


@bp.get("/on-its-way")
@public
def show():
    """Say that there is a letter, if there is an account."""
    return render_template("recoveries/show.html")


@bp.get("/<token>")
@public
def edit(token):
    """Ask for the new password."""
    account = links.usable(token, RESET_PASSWORD)
    return _page(account, token, NewPasswordForm(account))


@bp.post("/<token>")
@public
def update(token):
    """Set it, tell its owner, and let them in."""
    account = links.usable(token, RESET_PASSWORD)
    form = NewPasswordForm(account)
    if not form.validate():
        return _page(account, token, form), 422
    account.password_hash = hash_password(form.new_password.data)
    post("password_changed", account)  #: 19
#: 21
    # Whoever else is in, by the old password, is out.
    db.session.execute(LoginSession.end_of(account.user_id))
#:
    db.session.commit()  #: 11-20
    afterwards(post, template="password_changed", account=account)  #: 11-18
    sign_in(account.user, keep=False)
    db.session.commit()  #: 21
    flash(_("Your new password is set."), "success")
    return redirect(url_for("explore.index"), 303)


def _page(account, token, form):
    handle = account.user.handle
    return render_template(
        "recoveries/edit.html", form=form, token=token, handle=handle
    )
