from flask import Blueprint, abort, current_app, url_for

from app.extensions import cache, db
from app.lib.sitemaps import sitemapindex, urlset
from app.models import sitemap
from app.web.access import before_setup
from app.web.limits import against_floods
from app.web.machines import kept_by_all
from app.web.site import current_site

bp = Blueprint("sitemaps", __name__)

# Pages of which there is one.
FRONTS = (
    "timelines.index",
    "explore.index",
    "popular.index",
    "featured.index",
    "long_reads.index",
    "languages.index",
    "tags.index",
    "archives.index",
    "profiles.index",
)
_XML, _HOUR = "application/xml", 3600
_KEPT = "sitemap"
# A part of 50,000 pages is written anew for each who asks: a crawler needs it seldom.
_OFTEN = "60 per minute"


@bp.before_request
def only_where_search_is_welcome():
    """A site that is not to be found has nothing to tell of."""
    site = current_site()
    if site is None or not site.is_indexable:
        abort(404)


@bp.get("/sitemap.xml")
@before_setup
@against_floods(_OFTEN)
def index():
    """List the parts of what there is, as they were an hour ago at most."""
    # To know when each part last changed, the database goes through all pages.
    words = cache.get(_KEPT)
    if words is None:
        words = sitemapindex(_home(), _parts())
        cache.set(_KEPT, words, timeout=_HOUR)
    return kept_by_all(words, _XML, seconds=_HOUR)


@bp.get("/sitemaps/<slug:name>/<int(min=1, max=1000000):number>.xml")
@before_setup
@against_floods(_OFTEN)
def show(name, number):
    """List the pages of one part, read one by one: a large one takes little memory."""
    pages = _fronts(number) if name == "fronts" else _pages(name, number)
    words = urlset(_home(), pages) or abort(404)
    return kept_by_all(words, _XML, seconds=_HOUR)


def _home():
    return current_app.config["SITE_URL"]


def _fronts(number):
    return [(url_for(endpoint), None) for endpoint in FRONTS] if number == 1 else []


def _pages(name, number):
    if name not in sitemap.LISTS:
        return []
    pages = sitemap.pages_of(name, number)
    return db.session.execute(pages, execution_options={"yield_per": 1000})


def _parts():
    yield url_for("sitemaps.show", name="fronts", number=1), None
    for name in sitemap.LISTS:
        for number, changed in db.session.execute(sitemap.parts_of(name)):
            yield url_for("sitemaps.show", name=name, number=number), changed
