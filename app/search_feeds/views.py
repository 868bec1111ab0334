from flask import Blueprint, abort, request
from flask_babel import gettext as _

from app.lib.search_query import parsed
from app.models import searches
from app.web import feed_entries
from app.web.feeds import Head, answer, for_everybody
from app.web.limits import for_each_reader
from app.web.site import site_name
from app.web.urls import absolute_url

bp = Blueprint("search_feeds", __name__)


@bp.get("/search/feed.<any(atom, rss, json):shape>")
@for_everybody
@for_each_reader("120 per minute")
def show(shape):
    """Hand out what everybody finds by these words, newest first."""
    query = parsed(request.args.get("q", ""))
    if query.is_empty or query.scope:
        abort(404)
    page = absolute_url("search.index", q=query.text)
    title = _("Search for “%(words)s”", words=query.text)
    head = Head(page, f"{title} · {site_name()}", page)
    return answer(shape, head, feed_entries.posts(searches.posts(query, None)))
