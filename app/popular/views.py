from flask import Blueprint, render_template

from app.lib import popularity
from app.models import Post, timelines
from app.web.access import public
from app.web.current import reader
from app.web.pagination import paginate

bp = Blueprint("popular", __name__, url_prefix="/explore/popular")


@bp.get("/")
@public
def index():
    """List what people like and pass on, by an open formula that forgets."""
    page = paginate(timelines.popular(reader()), Post.warm_at, Post.id)
    return render_template("popular/index.html", page=page, formula=popularity)
