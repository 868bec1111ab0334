from flask import Blueprint, render_template, request

from app.lib.search_query import parsed
from app.search.results import RESULTS
from app.web.access import public
from app.web.limits import for_each_reader

bp = Blueprint("search", __name__, url_prefix="/search")


@bp.get("")
@public
@for_each_reader("120 per minute")
def index():
    """Show what the reader finds; how to look for it, where they ask for nothing."""
    query = parsed(request.args.get("q", ""))
    kind = request.args.get("kind", "")
    kind = kind if kind in RESULTS else "posts"
    by_time = request.args.get("order") == "newest"
    return render_template(
        "search/index.html",
        query=query,
        kind=kind,
        by_time=by_time,
        **RESULTS[kind](query, by_time),
    )
