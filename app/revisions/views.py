from flask import Blueprint, render_template

from app.models import Revision
from app.web import find
from app.web.pagination import paginate
from app.web.revisions import shown

bp = Blueprint("revisions", __name__, url_prefix="/posts/<id:key>/revisions")


@bp.get("/")
def index(key):
    """List the texts that a post of the writer had."""
    post = find.own_post(key)
    page = paginate(post.revisions(), Revision.created_at, Revision.id)
    return render_template("revisions/index.html", post=post, page=page)


@bp.get("/<id:number>")
def show(key, number):
    """Show what one of them changed, or all that it says."""
    post = find.own_post(key)
    revision = find.revision(post.revisions(), number)
    return render_template(
        "revisions/show.html", post=post, revision=revision, **shown(revision)
    )
