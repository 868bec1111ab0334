#: 6-6
from flask import Blueprint, render_template, request
from sqlalchemy import select

from app.extensions import db
from app.models import Post

bp = Blueprint("explore", __name__)

PAGE = 20


@bp.get("/explore/")
@bp.get("/")
def index():
    """List what was written, the newest first."""
    before = request.args.get("before", type=int)
    query = select(Post).order_by(Post.id.desc()).limit(PAGE + 1)
    if before is not None:
        query = query.where(Post.id < before)
    posts = db.session.scalars(query).all()
    older = posts[PAGE - 1].id if len(posts) > PAGE else None
    return render_template(
        "explore/index.html", posts=posts[:PAGE], older=older, is_first=before is None
    )
#:
#: 7
from flask import Blueprint, render_template

from app.models import Post, timelines
from app.web.access import public  #: 8
from app.web.pagination import paginate

bp = Blueprint("explore", __name__)


@bp.get("/explore/")
@bp.get("/")  #: 7-15
@public  #: 8
def index():
    """List what was written, the newest first."""
    page = paginate(timelines.explore(), Post.id)  #: 7-12
    page = paginate(timelines.explore(), Post.published_at, Post.id)  #: 13
    return render_template("explore/index.html", page=page)
#:
