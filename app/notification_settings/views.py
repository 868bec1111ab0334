from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.lib.time_zones import zone_of
from app.models import NotificationSettings
from app.models.notification_settings import NEVER
from app.notification_settings.forms import MAILED, TOLD, NotificationSettingsForm
from app.web.mail_kinds import DIGEST, wants

bp = Blueprint("notification_settings", __name__, url_prefix="/settings/notifications")


@bp.get("/")
def edit():
    """Show what the reader wants to be told of, and how."""
    account, settings = current_user.account, NotificationSettings.of(current_user.id)
    form = NotificationSettingsForm(
        obj=settings,
        heard=[kind for kind in TOLD if kind not in settings.muted],
        wanted=[kind for kind in MAILED if wants(account, kind)],
    )
    if not wants(account, DIGEST):
        form.digest.data = NEVER
    return render_template("notification_settings/edit.html", form=form)


@bp.post("/")
def update():
    """Keep what the reader wants to be told of, and how."""
    form = NotificationSettingsForm()
    if not form.validate():
        return render_template("notification_settings/edit.html", form=form), 422
    account, settings = current_user.account, NotificationSettings.kept(current_user.id)
    form.keep(account, settings)
    settings.plan(zone_of(account.time_zone))
    db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("notification_settings.edit"), 303)
