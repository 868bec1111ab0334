from flask import Blueprint, render_template

from app.models import PageText
from app.models.permissions import ADMINISTER
from app.web import find_pages
from app.web.access import permitted
from app.web.pagination import paginate
from app.web.revisions import shown

bp = Blueprint("page_revisions", __name__, url_prefix="/pages/<id:key>/revisions")


@bp.get("/")
@permitted(ADMINISTER)
def index(key):
    """List the texts that a page of the site had."""
    page = find_pages.page(key)
    texts = paginate(page.revisions(), PageText.created_at, PageText.id)
    return render_template("page_revisions/index.html", page=page, kept=texts)


@bp.get("/<id:number>")
@permitted(ADMINISTER)
def show(key, number):
    """Show what one of them changed, or all that it says."""
    page = find_pages.page(key)
    text = find_pages.text(page, number)
    return render_template(
        "page_revisions/show.html", page=page, revision=text, **shown(text)
    )
