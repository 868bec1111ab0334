from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.mail_settings.forms import MailSettingsForm
from app.web.mail_kinds import KINDS, wants

bp = Blueprint("mail_settings", __name__, url_prefix="/settings/notifications")


@bp.get("/")
def edit():
    """Show which letters the reader wants."""
    wanted = [kind for kind in KINDS if wants(current_user.account, kind)]
    form = MailSettingsForm(wanted=wanted)
    return render_template("mail_settings/edit.html", form=form)


@bp.post("/")
def update():
    """Keep which letters the reader wants."""
    form = MailSettingsForm()
    if not form.validate():
        return render_template("mail_settings/edit.html", form=form), 422
    current_user.account.muted_mail = form.unwanted
    db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("mail_settings.edit"), 303)
