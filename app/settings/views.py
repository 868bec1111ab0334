from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.settings.forms import SettingsForm
from app.web.access import public
from app.web.cookies import remember
from app.web.locale import chosen_language
from app.web.templates import theme
from app.web.urls import back_path

bp = Blueprint("settings", __name__, url_prefix="/settings")


@bp.get("/")
@public
def edit():
    """Show how the site looks and speaks to this reader."""
    return render_template("settings/edit.html", form=_form())


@bp.post("/")
@public
def update():
    """Keep the choice in this browser, and the language with the account."""
    form = _form()
    if not form.validate():
        return render_template("settings/edit.html", form=form), 422
    remember(theme=form.theme.data, language=form.language.data)
    if current_user.is_authenticated and "language" in request.form:
        current_user.account.language = form.language.data
        db.session.commit()
    flash(_("Saved."), "success")
    return redirect(back_path(url_for("settings.edit")), 303)


def _form():
    """A choice that is not in the form stays as it is."""
    return SettingsForm(theme=theme() or "auto", language=chosen_language())
