from flask import Blueprint, redirect, request, url_for

from app.web.access import public, while_away

bp = Blueprint("feed_guesses", __name__)


@bp.get("/feed")
@bp.get("/feed.xml")
@bp.get("/index.xml")
@bp.get("/atom.xml")
@bp.get("/rss")
@bp.get("/rss.xml")
@public
@while_away
def show():
    """Lead whoever guesses to the feed of the site."""
    shape = "rss" if request.path.startswith("/rss") else "atom"
    return redirect(url_for("feeds.show", shape=shape), 301)
