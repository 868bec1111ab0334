from flask import Blueprint, abort, redirect, render_template, url_for
from flask_login import current_user

from app.extensions import db
from app.lib.recovery import COUNT
from app.web import fresh_codes
from app.web.access import sudo
from app.web.current import rotate
from app.web.headers import keep_nowhere

bp = Blueprint("recovery_codes", __name__, url_prefix="/settings/recovery-codes")


@bp.get("/")
@sudo
def index():
    """Show how many codes are left; those that were just made, this once."""
    account = current_user.account
    keep_nowhere()
    return render_template(
        "recovery_codes/index.html",
        codes=fresh_codes.taken(account),
        left=account.codes_left,
        count=COUNT,
        is_guarded=account.has_second_factor,
    )


@bp.post("/")
@sudo
def create():
    """Make new codes; the old ones open nothing any more."""
    account = current_user.account
    account.lock_factors()
    if not account.has_second_factor:
        abort(404)
    fresh_codes.make(account)
    rotate()
    db.session.commit()
    return redirect(url_for("recovery_codes.index"), 303)
