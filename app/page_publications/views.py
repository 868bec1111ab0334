from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models.permissions import ADMINISTER
from app.web import audit, find_pages
from app.web.access import permitted
from app.web.site import forget_site

bp = Blueprint("page_publications", __name__)


@bp.post("/pages/<id:key>/publication/delete")
@permitted(ADMINISTER)
def destroy(key):
    """Take a page off the site; it goes on as a draft, and keeps its address."""
    page = find_pages.page(key, lock=True)
    if page.is_published:
        page.withdraw()
        audit.record("page.withdrawn", detail=page.name)
    db.session.commit()
    forget_site()
    flash(_("It’s a draft now. Only those who run the site see it."), "success")
    return redirect(url_for("pages.index"), 303)
