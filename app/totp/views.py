from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.lib import qr
from app.lib.totp import grouped, provisioning_uri
from app.totp.forms import TotpForm
from app.web import fresh_codes
from app.web.access import sudo
from app.web.announce import announce
from app.web.current import rotate
from app.web.headers import keep_nowhere
from app.web.limits import against_guessing
from app.web.removal_form import RemovalForm
from app.web.seals import sealed
from app.web.site import site_name

bp = Blueprint("totp", __name__, url_prefix="/settings/totp")


@bp.get("/")
@sudo
def edit():
    """Show since when codes are asked for, and how to do without."""
    account = current_user.account
    if account.totp is None:
        return redirect(url_for("totp.new"), 303)
    form = RemovalForm(is_last=account.is_on_last_factor)
    return render_template("totp/edit.html", totp=account.totp, form=form)


@bp.get("/new")
@sudo
def new():
    """Offer a key, as a picture for the app and as letters."""
    return _offer(TotpForm())


@bp.post("/")
@sudo
@against_guessing
def create():
    """Ask for codes from now on, since the app has shown one."""
    form, account = TotpForm(), current_user.account
    if not form.validate():
        return _offer(form), 422
    account.lock_factors()
    account.set_up_totp(sealed(form.secret), form.step)
    announce("totp.added", account)
    is_first = fresh_codes.make_if_none(account)
    rotate()
    db.session.commit()
    flash(_("Signing in now asks for a code from your app."), "success")
    return redirect(
        url_for("recovery_codes.index" if is_first else "security.index"), 303
    )


@bp.post("/delete")
@sudo
def destroy():
    """Ask for codes no longer."""
    account = current_user.account
    account.lock_factors()
    totp = account.totp or abort(404)
    form = RemovalForm(is_last=account.is_on_last_factor)
    if not form.validate():
        return render_template("totp/edit.html", totp=totp, form=form), 422
    db.session.delete(totp)
    account.settle_factors()
    announce("totp.removed", account)
    rotate()
    db.session.commit()
    flash(_("Codes from that app are not asked for any more."), "success")
    return redirect(url_for("security.index"), 303)


def _offer(form):
    address = provisioning_uri(form.secret, current_user.handle, site_name())
    keep_nowhere()
    return render_template(
        "totp/new.html",
        form=form,
        key=grouped(form.secret),
        drawing=qr.drawn(address),
    )
