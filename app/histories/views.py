from flask import Blueprint, abort, render_template

from app.models import Revision
from app.web import find
from app.web.access import public
from app.web.headers import keep_private
from app.web.limits import against_floods
from app.web.pagination import paginate
from app.web.revisions import shown

bp = Blueprint(
    "histories", __name__, url_prefix="/@<handle:handle>/<slug:slug>/history"
)


@bp.get("")
@public
def index(handle, slug):
    """List the texts that a post had, where its author lets readers see them."""
    post = _open_post(handle, slug)
    page = paginate(post.history(), Revision.created_at, Revision.id)
    return render_template("histories/index.html", post=post, page=page)


@bp.get("/<id:number>")
@public
@against_floods("120 per minute")
def show(handle, slug, number):
    """Show what one of them changed, or all that it says."""
    post = _open_post(handle, slug)
    revision = find.revision(post.history(), number)
    return render_template(
        "histories/show.html", post=post, revision=revision, **shown(revision)
    )


def _open_post(handle, slug):
    post = find.post(handle, slug)
    if not post.is_public:
        keep_private()
    return post if post.shows_history else abort(404)
