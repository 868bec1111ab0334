from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models.permissions import ADMINISTER
from app.web import find_pages
from app.web.access import permitted
from app.web.autosaving import OFTEN, keep, refuse
from app.web.limits import for_each_member
from app.web.page_sheet import PageForm

bp = Blueprint("page_autosaves", __name__, url_prefix="/pages")


@bp.post("/new/autosave")
@permitted(ADMINISTER)
@for_each_member(OFTEN)
def create():
    """Make a draft of a new page, so that it can be kept from here on."""
    form = PageForm()
    if not form.may_be_kept():
        return refuse(form)
    return keep(form.page_on_it(), form)


@bp.post("/<id:key>/edit/autosave")
@permitted(ADMINISTER)
@for_each_member(OFTEN)
def update(key):
    """Keep what is typed so far: in the draft itself, or beside what others have."""
    page = find_pages.page(key, lock=True)
    form = PageForm(post=page)
    if not form.may_be_kept(page):
        return refuse(form, page)
    return keep(page, form)


@bp.post("/<id:key>/edit/autosave/delete")
@permitted(ADMINISTER)
def destroy(key):
    """Throw away the changes that nobody else has seen; the page stays as it is."""
    page = find_pages.page(key, lock=True)
    page.drop_working_copy()
    db.session.commit()
    flash(_("Your changes are gone. This is the text that others have."), "success")
    return redirect(url_for("pages.edit", key=key), 303)
