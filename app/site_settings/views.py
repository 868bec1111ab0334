from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models.permissions import ADMINISTER
from app.site_settings.forms import SiteForm
from app.web import audit
from app.web.access import permitted, sudo
from app.web.site import forget_site, site_of_now

bp = Blueprint("site_settings", __name__, url_prefix="/admin/site", cli_group="site")


@bp.get("/")
@permitted(ADMINISTER)
@sudo
def edit():
    """Show what the site is called, who may join and who writes."""
    return render_template("site_settings/edit.html", form=SiteForm(obj=site_of_now()))


@bp.post("/")
@permitted(ADMINISTER)
@sudo
def update():
    """Change the site; who may join holds at once, the rest within a minute."""
    form, site = SiteForm(), site_of_now()
    if not form.validate():
        return render_template("site_settings/edit.html", form=form), 422
    changes = form.changes_to(site)
    form.populate_obj(site)
    if changes:
        audit.record("site.changed", detail="; ".join(changes))
    db.session.commit()
    forget_site()
    flash(_("Saved."), "success")
    return redirect(url_for("site_settings.edit"), 303)
