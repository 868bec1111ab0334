from flask import Blueprint, redirect, render_template
from flask_login import current_user

from app.extensions import db
from app.models import Account
from app.passkey_sign_ins.forms import PasskeySignInForm
from app.web import passkeys
from app.web.access import public
from app.web.current import sign_in
from app.web.kept import carried_words, go_on
from app.web.limits import against_trying
from app.web.urls import next_path

bp = Blueprint("passkey_sign_ins", __name__, url_prefix="/sign-in/passkey")


@bp.get("")
@public
def new():
    """Ask for a passkey; where none is possible, point to the password."""
    if current_user.is_authenticated:
        return redirect(next_path(), 303)
    form = PasskeySignInForm(next=next_path())
    return render_template("passkey_sign_ins/new.html", form=form)


@bp.post("")
@public
@against_trying
def create():
    """Begin a session by passkey alone: it has checked a finger, a face or a PIN."""
    form = PasskeySignInForm()
    passkey = passkeys.proved(passkeys.SIGN_IN, form.credential.data or "")
    account = passkey and db.session.scalar(Account.of(passkey.user_id))
    if account is None:
        kept = carried_words()
        page = render_template("passkey_sign_ins/new.html", form=form, kept=kept)
        return page, 422
    sign_in(account, keep=form.keep.data)
    db.session.commit()
    return go_on(next_path())
