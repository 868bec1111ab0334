from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.language.forms import LanguageForm
from app.models.columns import now
from app.web.access import public
from app.web.clock import chosen_time_zone
from app.web.cookies import remember
from app.web.locale import chosen_language

bp = Blueprint("language", __name__, url_prefix="/settings/language")


@bp.get("/")
@public
def edit():
    """Show how the site speaks to this reader, and which clock it reads."""
    return _page(_form())


@bp.post("/")
@public
def update():
    """Keep the choice in this browser, and with the account."""
    form = _form()
    if not form.validate():
        return _page(form), 422
    remember(**form.data)
    if current_user.is_authenticated:
        form.populate_obj(current_user.account)
        db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("language.edit"), 303)


def _form():
    """A choice that is not in the form stays as it is."""
    return LanguageForm(language=chosen_language(), time_zone=chosen_time_zone())


def _page(form):
    return render_template("language/edit.html", form=form, present=now())
