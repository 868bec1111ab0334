from flask import Blueprint, render_template

from app.models import archives, timelines
from app.web import find
from app.web.access import public
from app.web.archive import leaf_of, years_of
from app.web.current import reader

bp = Blueprint("their_archives", __name__, url_prefix="/@<handle:handle>/archive")


@bp.get("/")
@public
def index(handle):
    """List the months in which the reader finds something of a person."""
    person = find.person(handle)
    years = years_of(timelines.by(person, reader()), archives.counted)
    return render_template("their_archives/index.html", person=person, years=years)


@bp.get("/<digits(fixed_digits=4):year>/<digits(fixed_digits=2):month>")
@public
def show(handle, year, month):
    """List what somebody published in a month, newest first."""
    person = find.person(handle)
    leaf = leaf_of(timelines.by(person, reader()), year, month)
    return render_template("their_archives/show.html", person=person, leaf=leaf)
