from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models.permissions import ADMINISTER
from app.web import audit, find_pages
from app.web.access import permitted
from app.web.site import forget_site

bp = Blueprint("page_bin", __name__)


@bp.post("/pages/bin/<id:key>/delete")
@permitted(ADMINISTER)
def destroy(key):
    """Take a page out of the bin, as it was."""
    page = find_pages.binned(key)
    page.take_back()
    audit.record("page.returned", detail=page.name)
    db.session.commit()
    forget_site()
    flash(_("It’s back where it was."), "success")
    return redirect(url_for("pages.index"), 303)
