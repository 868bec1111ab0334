from flask import Blueprint, abort, current_app, render_template

from app.web.access import before_setup

bp = Blueprint("styleguide", __name__, url_prefix="/styleguide")


@bp.before_request
def only_in_development():
    """Visitors of a real site have no use for it."""
    if not (current_app.debug or current_app.testing):
        abort(404)


@bp.get("/")
@before_setup
def index():
    """Show every component once."""
    return render_template("styleguide/index.html")
