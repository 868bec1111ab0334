from flask import Blueprint, render_template

from app.web.access import public

bp = Blueprint("shortcuts", __name__)


@bp.get("/shortcuts")
@public
def show():
    """List the keys that do something, and say where to turn them off."""
    return render_template("shortcuts/show.html")
