from flask import Blueprint, render_template

from app.web.access import public  #: 8
#: 8

#:
bp = Blueprint("pages", __name__)


@bp.get("/about")
@public  #: 8
def about():
    """Say what this place is."""
    return render_template("pages/about.html")
