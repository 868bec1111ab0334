from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.series.forms import SeriesForm
from app.web import find, serials
from app.web.access import public
from app.web.limits import against_floods

bp = Blueprint("series", __name__)


@bp.get("/@<handle:handle>/series/<slug:slug>")
@public
def show(handle, slug):
    """Show the parts of a series that the reader may read, in their order."""
    person = find.person(handle)
    series = serials.of_person(person, slug)
    parts = serials.parts(series, person)
    return render_template(
        "series/show.html", person=person, series=series, parts=parts
    )


@bp.get("/series/")
def index():
    """List the reader's own series."""
    return render_template("series/index.html", rows=serials.own_with_sizes())


@bp.get("/series/<id:key>")
@bp.get("/series/<id:key>/edit")
def edit(key):
    """Show the title of a series as a form, and its parts to be put in order."""
    series = serials.own(key)
    return _page(series, SeriesForm(obj=series))


@bp.post("/series/<id:key>")
@against_floods("60 per minute")
def update(key):
    """Change what a series says of itself; its address stays."""
    series, form = serials.own(key), SeriesForm()
    if not form.validate():
        return _page(series, form), 422
    form.populate_obj(series)
    db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("series.edit", key=key), 303)


@bp.post("/series/<id:key>/delete")
def destroy(key):
    """Take a series apart; its posts stay."""
    db.session.delete(serials.own(key))
    db.session.commit()
    flash(_("The series is gone. Its posts are where they were."), "success")
    return redirect(url_for("series.index"), 303)


def _page(series, form):
    parts = serials.all_parts(series)
    return render_template("series/edit.html", series=series, form=form, parts=parts)
