from flask import Blueprint, render_template

from app.models import Post, timelines
from app.web.access import public
from app.web.current import reader
from app.web.pagination import paginate

bp = Blueprint("explore", __name__, url_prefix="/explore")


@bp.get("/")
@public
def index():
    """List what everybody has published, newest first."""
    page = paginate(timelines.everyone(reader()), Post.published_at, Post.id)
    return render_template("explore/index.html", page=page)
