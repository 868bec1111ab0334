from flask import Blueprint, current_app, render_template

from app.lib.feeds import SHAPES
from app.models import timelines
from app.web import feed_entries
from app.web.access import public
from app.web.feeds import Head, answer, for_everybody
from app.web.site import current_site

bp = Blueprint("feeds", __name__)


@bp.get("/feeds/")
@public
def index():
    """Say what a feed is, and which there are."""
    return render_template("feeds/index.html", shapes=SHAPES)


@bp.get("/feed.<any(atom, rss, json):shape>")
@for_everybody
def show(shape):
    """Hand out what everybody has published, newest first."""
    site, address = current_site(), current_app.config["SITE_URL"] + "/"
    head = Head(address, site.name, address, site.tagline)
    return answer(shape, head, feed_entries.posts(timelines.explore()))
