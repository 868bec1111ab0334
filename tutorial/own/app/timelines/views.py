from flask import Blueprint, render_template
from flask_login import current_user

from app.models import Post, timelines
from app.web.access import public
from app.web.pagination import paginate

bp = Blueprint("timelines", __name__)


@bp.get("/")
@public
def index():
    """Show a member their timeline, and a visitor what this place is."""
    if current_user.is_anonymous:
        page = paginate(timelines.explore(), Post.published_at, Post.id)
        return render_template("timelines/welcome.html", page=page)
    page = paginate(timelines.home(current_user), Post.published_at, Post.id)
    return render_template("timelines/index.html", page=page)
