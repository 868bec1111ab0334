from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.appearance.forms import AppearanceForm
from app.web.access import public
from app.web.cookies import remember
from app.web.looks import looks
from app.web.urls import back_path

bp = Blueprint("appearance", __name__, url_prefix="/settings/appearance")


@bp.get("/")
@public
def edit():
    """Show how the site looks to this reader."""
    return render_template("appearance/edit.html", form=_form())


@bp.post("/")
@public
def update():
    """Keep the choice in this browser."""
    form = _form()
    if not form.validate():
        return render_template("appearance/edit.html", form=form), 422
    remember(**form.data)
    if "X-Part" in request.headers:
        return "", 204
    flash(_("Saved."), "success")
    return redirect(back_path(url_for("appearance.edit")), 303)


def _form():
    """A choice that is not in the form stays as it is."""
    usual = {"theme": "auto", "text": "book", "face": "serif", "keys": "on"}
    return AppearanceForm(data=usual | looks())
