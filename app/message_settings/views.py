from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.message_settings.forms import SendersForm
from app.web import find

bp = Blueprint("message_settings", __name__, url_prefix="/settings/messages")


@bp.get("/")
def edit():
    """Show from whom the reader takes messages, as a form."""
    return _page(SendersForm(obj=current_user))


@bp.post("/")
def update():
    """Choose who may write first; who was written to may answer in any case."""
    form = SendersForm()
    if not form.validate():
        return _page(form), 422
    form.populate_obj(find.oneself("takes_messages_from"))
    db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("message_settings.edit"), 303)


def _page(form):
    return render_template("message_settings/edit.html", form=form)
