import re

from flask import Blueprint, Response, current_app, request, send_from_directory

from app.web.access import public
from app.web.assets import Assets, current_assets

bp = Blueprint("assets", __name__, url_prefix="/static")

_FOREVER = "public, max-age=31536000, immutable"
_ASK_FIRST = "public, no-cache"


@bp.get("/<path:path>")
@public
def show(path):
    """Serve a file; one asked for by its present version never changes."""
    assets = _fresh_assets()
    version, _, rest = path.partition("/")
    is_versioned = re.fullmatch("[0-9a-f]{12}", version) is not None
    response = _file(assets, rest if is_versioned else path)
    is_current = version == assets.version and not current_app.debug
    response.headers["Cache-Control"] = _FOREVER if is_current else _ASK_FIRST
    return response


def _file(assets, path):
    if path != "site.css":
        return send_from_directory(assets.folder, path)
    response = Response(assets.stylesheet, mimetype="text/css")
    response.add_etag()
    return response.make_conditional(request)


def _fresh_assets():
    """While somebody works on the files, read them anew each time."""
    assets = current_assets()
    return Assets(assets.folder) if current_app.debug else assets
