from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.lib.passwords import hash_password
from app.models.account_token import RESET_PASSWORD
from app.recoveries.forms import RecoveryForm
from app.web import audit, find, links, second_step
from app.web.access import public
from app.web.announce import announce
from app.web.current import sign_in, sign_out
from app.web.limits import against_letters, against_made_up_links
from app.web.new_password import NewPasswordForm
from app.web.outbox import defer
from app.web.races import won
from app.web.shutting_out import shut_out
from app.web.trusted_addresses import addresses_are_trusted

bp = Blueprint("recoveries", __name__, url_prefix="/forgotten-password")


@bp.get("/")
@public
def new():
    """Ask whose password was forgotten."""
    return render_template("recoveries/new.html", form=RecoveryForm())


@bp.post("/")
@public
@against_letters
def create():
    """Leave it to the worker to find out whose: the page is the same for nobody."""
    form = RecoveryForm()
    if not form.validate():
        return render_template("recoveries/new.html", form=form), 422
    defer("recovery", identifier=form.identifier.data)
    db.session.commit()
    return redirect(url_for("recoveries.show"), 303)


@bp.get("/on-its-way")
@public
def show():
    """Say that there is a letter, if there is an account."""
    return render_template("recoveries/show.html")


@bp.get("/<token>")
@public
@against_made_up_links
def edit(token):
    """Ask for the new password."""
    link = links.usable(token, RESET_PASSWORD)
    return _page(link, token, _form(link))


@bp.post("/<token>")
@public
@against_made_up_links
def update(token):
    """Set it, end every session, and let its person in."""
    link = links.usable(token, RESET_PASSWORD)
    form = _form(link)
    if not form.validate():
        return _page(link, token, form), 422
    links.spend(link)
    link.account.password_hash = hash_password(form.new_password.data)
    if link.email == link.account.email:
        _prove_address(link.account)
    if not won():
        abort(409)
    _shut_out_others(link.account)
    # Whoever may not come in yet has a new password all the same.
    db.session.commit()
    return _let_in(link.account)


def _prove_address(account):
    if not account.is_confirmed or addresses_are_trusted():
        _unlink(account)
    # Who reads the letter owns the address, unless it is another account's already.
    if not find.is_confirmed(account.email):
        account.confirm()


def _unlink(account):
    """Whoever gave the address may be another than its owner, and sign in elsewhere."""
    for identity in db.session.scalars(account.user.identities()):
        db.session.delete(identity)
        audit.record("identity.unlinked", account, identity.label)


def _shut_out_others(account):
    shut_out(account.user_id)
    announce("password.reset", account)


def _let_in(account):
    """A new password is no way around the second step."""
    needs_step = account.has_second_factor
    if needs_step:
        sign_out()
    else:
        sign_in(account, keep=False)
    db.session.commit()
    flash(_("Your new password is set, and every other device signed out."), "success")
    if needs_step:
        return second_step.ask(account, keep=False)
    return redirect(url_for("timelines.index"), 303)


def _form(link):
    return NewPasswordForm(link.account.user, link.account)


def _page(link, token, form):
    handle = link.account.user.handle
    return render_template(
        "recoveries/edit.html", form=form, token=token, handle=handle
    )
