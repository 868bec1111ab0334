from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Passkey
from app.models.passkey import MOST
from app.passkeys.forms import NameForm, PasskeyForm
from app.web import find, fresh_codes, ways_in
from app.web.access import sudo
from app.web.announce import announce
from app.web.current import rotate
from app.web.headers import keep_nowhere
from app.web.passkeys import options_to_add
from app.web.races import won
from app.web.removal_form import RemovalForm

bp = Blueprint("passkeys", __name__, url_prefix="/settings/passkeys")


@bp.get("/")
@sudo
def index():
    """List the reader's passkeys."""
    mine = db.session.scalars(current_user.account.passkeys()).all()
    return render_template("passkeys/index.html", passkeys=mine, most=MOST)


@bp.get("/new")
@sudo
def new():
    """Ask for a name, and let the browser make a passkey."""
    return _ask(PasskeyForm())


@bp.post("/")
@sudo
def create():
    """Add the passkey that the browser has made."""
    form, account = PasskeyForm(), current_user.account
    account.lock_factors()
    if not form.validate():
        return _ask(form), 422
    db.session.add(Passkey.made(account.user_id, form.name.data, form.key))
    if not won():
        abort(409, _("That passkey is known here already. Use another one."))
    announce("passkey.added", account, form.name.data)
    is_first = fresh_codes.make_if_none(account)
    rotate()
    db.session.commit()
    flash(_("Your passkey is ready. Sign in with it next time."), "success")
    where = "recovery_codes.index" if is_first else "passkeys.index"
    return redirect(url_for(where), 303)


@bp.get("/<id:key>/edit")
@sudo
def edit(key):
    """Show one passkey, to name it or to remove it."""
    return _show(find.own_passkey(key))


@bp.post("/<id:key>")
@sudo
def update(key):
    """Give a passkey another name."""
    passkey, form = find.own_passkey(key), NameForm()
    if not form.validate():
        return _show(passkey, naming=form), 422
    passkey.name = form.name.data
    db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("passkeys.index"), 303)


@bp.post("/<id:key>/delete")
@sudo
def destroy(key):
    """Remove a passkey, unless it is the last way in."""
    account = current_user.account
    account.lock_factors()
    passkey = find.own_passkey(key)
    form = RemovalForm(is_last=account.is_on_last_factor)
    if not (ways_in.remain_without(passkey) and form.validate()):
        return _show(passkey, removal=form), 422
    db.session.delete(passkey)
    account.settle_factors()
    announce("passkey.removed", account, passkey.name)
    rotate()
    db.session.commit()
    flash(_("That passkey opens nothing here any more."), "success")
    return redirect(url_for("passkeys.index"), 303)


def _ask(form):
    keep_nowhere()
    form.credential.data = ""
    options = options_to_add(current_user)
    return render_template("passkeys/new.html", form=form, options=options)


def _show(passkey, naming=None, removal=None):
    account = current_user.account
    is_last = account.is_on_last_factor
    return render_template(
        "passkeys/edit.html",
        passkey=passkey,
        naming=naming or NameForm(blank=True, name=passkey.name),
        removal=removal or RemovalForm(is_last=is_last),
        is_last_way_in=not ways_in.remain_without(passkey),
    )
