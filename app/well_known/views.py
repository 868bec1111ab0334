from flask import Blueprint, abort, current_app, redirect, url_for

from app.lib.security_txt import security_txt
from app.models.columns import now
from app.web.access import before_setup, public
from app.web.machines import kept_by_all
from app.web.urls import absolute_url

bp = Blueprint("well_known", __name__, url_prefix="/.well-known")


@bp.get("/security.txt")
@before_setup
def show():
    """Say to whom one writes who has found a hole, where somebody has been named."""
    contact = current_app.config["SECURITY_CONTACT"] or abort(404)
    words = security_txt(
        contact,
        now(),
        canonical=absolute_url("well_known.show"),
        languages=[current_app.config["BABEL_DEFAULT_LOCALE"], "en"],
    )
    return kept_by_all(words, "text/plain", seconds=24 * 3600)


@bp.get("/change-password")
@public
def edit():
    """Lead a password manager to where a password is changed (W3C change-password)."""
    return redirect(url_for("passwords.edit"), 303)
