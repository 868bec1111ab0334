from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.notification_settings.forms import NotificationSettingsForm
from app.web.notification_choices import Choices

bp = Blueprint("notification_settings", __name__, url_prefix="/settings/notifications")


@bp.get("/")
def edit():
    """Show what the reader wants to be told of, and how."""
    form = NotificationSettingsForm(obj=Choices.of(current_user.account))
    return render_template("notification_settings/edit.html", form=form)


@bp.post("/")
def update():
    """Keep what the reader wants to be told of, and how."""
    form = NotificationSettingsForm()
    if not form.validate():
        return render_template("notification_settings/edit.html", form=form), 422
    form.choices.keep(current_user.account)
    db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("notification_settings.edit"), 303)
