from flask import Blueprint, abort, render_template

from app.lib.languages import LANGUAGES
from app.models import Post, timelines
from app.web import find_posts
from app.web.access import public
from app.web.current import reader
from app.web.pagination import paginate

bp = Blueprint("languages", __name__, url_prefix="/explore/languages")


@bp.get("/")
@public
def index():
    """List the languages in which something is written here."""
    return render_template(
        "languages/index.html", languages=find_posts.languages_in_use()
    )


@bp.get("/<string(maxlength=12):language>")
@public
def show(language):
    """List what is written in one language, newest first."""
    if language not in LANGUAGES:
        abort(404)
    posts = timelines.in_language(language, reader())
    page = paginate(posts, Post.published_at, Post.id)
    words = render_template(
        "languages/show.html", language=language, name=LANGUAGES[language], page=page
    )
    return words, 200 if page else 404
