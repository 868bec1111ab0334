from flask import Blueprint, render_template
from flask_login import current_user

from app.extensions import db
from app.models import Like, echoes
from app.web import find
from app.web.access import public
from app.web.current import reader
from app.web.headers import keep_private
from app.web.in_place import marked
from app.web.limits import against_floods
from app.web.marks import ties_among
from app.web.pagination import paginate

bp = Blueprint("likes", __name__, url_prefix="/@<handle:handle>/<slug:slug>")


@bp.get("/likes")
@public
def index(handle, slug):
    """List who likes a post, newest first."""
    post = find.post(handle, slug)
    if not post.is_public:
        keep_private()
    page = paginate(echoes.likes(post, reader()), Like.created_at, Like.user_id)
    people = [like.user for like in page]
    return render_template(
        "likes/index.html",
        post=post,
        page=page,
        people=people,
        ties=ties_among(people),
    )


@bp.post("/like")
@against_floods("120 per minute")
def create(handle, slug):
    """Like a post."""
    post = find.post(handle, slug)
    current_user.like(post)
    db.session.commit()
    return marked(post)


@bp.post("/like/delete")
@against_floods("120 per minute")
def destroy(handle, slug):
    """Like a post no longer."""
    post = find.post(handle, slug)
    current_user.unlike(post)
    db.session.commit()
    return marked(post)
