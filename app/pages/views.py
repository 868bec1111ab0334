from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Conflict
from app.models.page_address import SHORT
from app.models.permissions import ADMINISTER
from app.pages.beginnings import BEGINNINGS, fields_of
from app.web import audit, find_pages
from app.web.access import permitted, public
from app.web.conflicts import both_texts
from app.web.limits import against_floods
from app.web.messages import flash_with_undo
from app.web.page_sheet import PageForm
from app.web.preview import preview_of
from app.web.site import forget_site, site_name

bp = Blueprint("pages", __name__)


@bp.get(f"/<any({', '.join(SHORT)}):slug>")
@bp.get("/pages/<slug:slug>")
@public
def show(slug):
    """Show a page of the site; what people type for it leads there."""
    page = find_pages.published(slug)
    if request.path != page.path:
        return redirect(page.path, 301)
    return render_template("pages/show.html", page=page)


@bp.get("/pages/")
@permitted(ADMINISTER)
def index():
    """List the pages of the site, and what lies in the bin."""
    used = find_pages.slugs()
    return render_template(
        "pages/index.html",
        pages=find_pages.all_there(),
        binned=find_pages.all_binned(),
        beginnings={key: it for key, it in BEGINNINGS.items() if key not in used},
    )


@bp.get("/pages/new/autosave")
@bp.get("/pages/new")
@permitted(ADMINISTER)
def new():
    """Give an empty sheet, or one with a text to begin from."""
    begun = request.args.get("from")
    given = fields_of(begun, site_name()) if begun in BEGINNINGS else {}
    return _sheet(PageForm(language=_language(), **given))


@bp.post("/pages/new")
@permitted(ADMINISTER)
@against_floods("60 per minute")
def create():
    """Keep a new page as a draft or publish it; sent twice, it is still one."""
    form = PageForm()
    if not form.validate():
        return _sheet(form), 422
    if form.wants_a_look:
        return _look_at(form)
    return _keep(form.page_on_it(), form)


@bp.get("/pages/<id:key>/edit/autosave")
@bp.get("/pages/<id:key>/edit")
@permitted(ADMINISTER)
def edit(key):
    """Give the text back to those who run the site."""
    page = find_pages.page(key)
    return _sheet(PageForm.of(page), page)


@bp.post("/pages/<id:key>/edit")
@permitted(ADMINISTER)
@against_floods("60 per minute")
def update(key):
    """Change a page; over a newer text than its writer saw, show both instead."""
    page = find_pages.page(key, lock=True)
    form = PageForm(post=page)
    if not form.validate():
        return _sheet(form, page), 422
    if form.wants_a_look:
        return _look_at(form, page)
    return _keep(page, form)


@bp.post("/pages/<id:key>/delete")
@permitted(ADMINISTER)
def destroy(key):
    """Put a page into the bin."""
    page = find_pages.page(key, lock=True)
    page.throw_away()
    audit.record("page.deleted", detail=page.name)
    db.session.commit()
    forget_site()
    words = _("It rests in the bin for 30 days.")
    flash_with_undo(words, url_for("page_bin.destroy", key=key))
    return redirect(url_for("pages.index"), 303)


def _look_at(form, page=None):
    preview = preview_of(form) if form.wants_preview else None
    return _sheet(form, page, preview=preview)


def _keep(page, form):
    before = _state_of(page)
    try:
        form.lay_on(page)
    except Conflict:
        return both_texts(form, page)
    if form.publishes:
        page.publish()
    _record(page, before)
    db.session.commit()
    forget_site()
    return _answer(page)


def _state_of(page):
    """What everybody sees of it: None while that is nothing."""
    told = page.version, page.slug, page.is_linked, page.place, page.language
    return told if page.is_published else None


def _record(page, before):
    """Write down what everybody sees from now on; a draft is nobody's business."""
    after = _state_of(page)
    if after is not None and after != before:
        action = "page.changed" if before else "page.published"
        audit.record(action, detail=page.name)


def _answer(page):
    if page.is_published:
        return redirect(page.path, 303)
    flash(_("Saved as a draft. Only those who run the site see it."), "success")
    return redirect(url_for("pages.edit", key=page.id), 303)


def _sheet(form, page=None, **more):
    return render_template("pages/edit.html", form=form, post=page, **more)


def _language():
    """In which the starting texts are, and most likely what follows."""
    return current_user.account.language or get_locale().language
