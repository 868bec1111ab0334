from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.addresses.forms import AddressForm
from app.extensions import db
from app.models import AccountToken
from app.models.account_token import CHANGE_EMAIL
from app.web import find
from app.web.access import sudo
from app.web.limits import against_letters
from app.web.outbox import defer
from app.web.owner import move
from app.web.races import won
from app.web.trusted_addresses import addresses_are_trusted, taken_address

bp = Blueprint("addresses", __name__, url_prefix="/settings/email")


@bp.get("/")
@sudo
def edit():
    """Show the address, the one that waits to be confirmed, and ask for another."""
    return _page(AddressForm())


@bp.post("/")
@sudo
@against_letters
def update():
    """Ask the new address first: nothing changes until its owner says so there.

    Where addresses are taken at their word there is nothing to ask.
    """
    form = AddressForm()
    if not form.validate():
        return _page(form), 422
    account = current_user.account
    db.session.execute(AccountToken.cancellation(account, CHANGE_EMAIL))
    if addresses_are_trusted():
        return _move_at_once(form)
    token = AccountToken.issue(account, CHANGE_EMAIL, form.email.data)
    defer("address_change", token=token)
    db.session.commit()
    return redirect(url_for("addresses.edit"), 303)


@bp.post("/delete")
def destroy():
    """Take the wish for another address back."""
    db.session.execute(AccountToken.cancellation(current_user.account, CHANGE_EMAIL))
    db.session.commit()
    flash(_("Your address stays as it is."), "success")
    return redirect(url_for("addresses.edit"), 303)


def _move_at_once(form):
    # With its person, whom the letter to the old address names.
    move(find.account(current_user.handle), form.email.data)
    if not won():
        form.email.errors = [taken_address()]
        return _page(form), 422
    db.session.commit()
    flash(_("This is your address from now on."), "success")
    return redirect(url_for("addresses.edit"), 303)


def _page(form):
    waiting = AccountToken.unused(current_user.account, CHANGE_EMAIL).limit(1)
    return render_template(
        "addresses/edit.html", form=form, waiting=db.session.scalar(waiting)
    )
