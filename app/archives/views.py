from flask import Blueprint, render_template

from app.models import archives, timelines
from app.web.access import public
from app.web.archive import leaf_of, years_of
from app.web.current import reader

bp = Blueprint("archives", __name__, url_prefix="/archive")


@bp.get("/")
@public
def index():
    """List the months in which the reader finds something."""
    years = years_of(timelines.everyone(reader()), archives.filled)
    return render_template("archives/index.html", years=years)


@bp.get("/<digits(fixed_digits=4):year>/<digits(fixed_digits=2):month>")
@public
def show(year, month):
    """List what appeared in a month, newest first."""
    leaf = leaf_of(timelines.everyone(reader()), year, month)
    return render_template("archives/show.html", leaf=leaf)
