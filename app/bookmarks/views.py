from flask import Blueprint, render_template
from flask_login import current_user

from app.extensions import db
from app.models import Bookmark, echoes
from app.web import find
from app.web.headers import keep_private
from app.web.in_place import marked
from app.web.limits import against_floods
from app.web.pagination import paginate

bp = Blueprint("bookmarks", __name__)


@bp.get("/saved/")
def index():
    """List what the reader saved, the latest first."""
    keep_private()
    page = paginate(echoes.saved(current_user), Bookmark.created_at, Bookmark.post_id)
    return render_template(
        "bookmarks/index.html", page=page, posts=[row.post for row in page]
    )


@bp.post("/@<handle:handle>/<slug:slug>/save")
@against_floods("120 per minute")
def create(handle, slug):
    """Save a post to read it again."""
    post = find.post(handle, slug)
    current_user.save(post)
    db.session.commit()
    return marked(post)


@bp.post("/@<handle:handle>/<slug:slug>/save/delete")
@against_floods("120 per minute")
def destroy(handle, slug):
    """Take a post from what the reader saved."""
    post = find.post(handle, slug)
    current_user.unsave(post)
    db.session.commit()
    return marked(post)
