from flask import Blueprint, current_app

from app.lib.ai_crawlers import unwelcome
from app.lib.robots import NOTHING, robots_txt
from app.web.access import before_setup
from app.web.machines import kept_by_all
from app.web.site import current_site

bp = Blueprint("robots", __name__)

_HOUR = 3600

# What needs an account, what nobody comes to the end of, and forms: by its beginning.
PRIVATE = (
    "/admin",
    "/bin",
    "/confirm-",
    "/drafts",
    "/follow-requests",
    "/forgotten-password",
    "/messages",
    "/moderation",
    "/notifications",
    "/oembed",
    "/posts",
    "/reports",
    "/saved",
    "/search",
    "/series",
    "/settings",
    "/shared",
    "/sign-",
    "/suggestions",
    "/take-back-address",
    "/unsubscribe",
)


@bp.get("/robots.txt")
@before_setup
def show():
    """Say who may read what; nothing, while there is nothing to read."""
    site = current_site()
    if site is None or not site.is_indexable:
        return kept_by_all(NOTHING, "text/plain", seconds=_HOUR if site else 0)
    sitemap = f"{current_app.config['SITE_URL']}/sitemap.xml"
    words = robots_txt(PRIVATE, unwelcome(site.ai_crawlers), sitemap)
    return kept_by_all(words, "text/plain", seconds=_HOUR)
