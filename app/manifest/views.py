import json

from flask import Blueprint, current_app, url_for
from flask_babel import gettext as _

from app.lib.plaintext import shortened
from app.web.access import before_setup
from app.web.assets import current_assets
from app.web.locale import speaking
from app.web.machines import kept_by_all
from app.web.site import current_site, site_name

bp = Blueprint("manifest", __name__)

# So many letters fit below a picture on a phone.
SHORT = 12
# The paper, by day.
PAPER = "#faf6ee"
ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable.png", "512x512", "maskable"),
)


@bp.get("/manifest.webmanifest")
@before_setup
def show():
    """Say what the site is called and looks like (W3C Web Application Manifest)."""
    language = current_app.config["BABEL_DEFAULT_LOCALE"]
    with speaking(language):
        said = json.dumps(_manifest(language), ensure_ascii=False)
    return kept_by_all(said, "application/manifest+json", seconds=3600)


def _manifest(language):
    home = url_for("timelines.index")
    return {
        "id": home,
        "name": site_name(),
        "short_name": shortened(site_name(), SHORT),
        "description": _tagline(),
        "lang": language,
        "dir": "auto",
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": [_icon(*icon) for icon in ICONS],
        "shortcuts": [
            {"name": _("Write"), "url": url_for("posts.new")},
            {"name": _("Home"), "url": home},
        ],
    }


def _tagline():
    site = current_site()
    return site.tagline if site else ""


def _icon(file, sizes, purpose):
    src = current_assets().url(f"img/{file}")
    return {"src": src, "sizes": sizes, "type": "image/png", "purpose": purpose}
