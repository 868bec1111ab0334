from flask import Blueprint, render_template, request

from app.extensions import db
from app.lib.search_query import parsed
from app.models import Post, searches
from app.search.results import results
from app.web.access import public
from app.web.pagination import paginate

bp = Blueprint("search", __name__, url_prefix="/search")


@bp.get("")
@public
def index():
    """Show what is found; how to look for it, where nothing is asked for."""
    query = parsed(request.args.get("q", ""))
    by_time = request.args.get("order") == "newest"
    if by_time:
        page = paginate(searches.posts(query), Post.published_at, Post.id)
    else:
        page = db.session.scalars(searches.best(query)).all()
    return render_template(
        "search/index.html",
        query=query,
        by_time=by_time,
        page=page,
        found=results(page, query),
    )
