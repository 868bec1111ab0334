from flask import Blueprint, render_template

from app.models import Post, timelines
from app.web.access import public
from app.web.current import reader
from app.web.pagination import paginate

bp = Blueprint("long_reads", __name__, url_prefix="/long-reads")


@bp.get("/")
@public
def index():
    """List what takes a while to read, newest first."""
    page = paginate(timelines.long_reads(reader()), Post.published_at, Post.id)
    return render_template("long_reads/index.html", page=page)
