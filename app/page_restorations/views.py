from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models.permissions import ADMINISTER
from app.web import audit, find_pages
from app.web.access import permitted
from app.web.limits import against_floods
from app.web.site import forget_site

bp = Blueprint("page_restorations", __name__)


@bp.post("/pages/<id:key>/revisions/<id:number>/restore")
@permitted(ADMINISTER)
@against_floods("60 per minute")
def create(key, number):
    """Make an earlier text of a page the present one."""
    page = find_pages.page(key, lock=True)
    text = find_pages.text(page, number)
    if page.is_promised and not (text.title and text.body.strip()):
        abort(409, _("This text is empty. Take the page off the site first."))
    page.is_in_hands_of(current_user)
    page.restore(text)
    if page.is_published:
        audit.record("page.changed", detail=page.name)
    db.session.commit()
    forget_site()
    flash(_("This text is back. The one before it is kept here too."), "success")
    return redirect(url_for("page_revisions.index", key=key), 303)
