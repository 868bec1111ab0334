from flask import Blueprint, render_template
from flask_login import current_user

from app.models import Post, timelines
from app.web.pagination import paginate

bp = Blueprint("drafts", __name__, url_prefix="/drafts")


@bp.get("/")
def index():
    """List what the writer has not published yet."""
    page = paginate(timelines.drafts(current_user), Post.id)  #: 12-12
    page = paginate(timelines.drafts(current_user), Post.updated_at, Post.id)  #: 13
    return render_template("drafts/index.html", page=page)
