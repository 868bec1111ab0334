from flask import Blueprint, request

from app.web.access import before_setup
from app.web.assets import current_assets
from app.web.machines import kept_by_all

bp = Blueprint("icons", __name__)

TYPES = {"favicon.ico": "image/x-icon", "apple-touch-icon.png": "image/png"}


@bp.get("/favicon.ico")
@bp.get("/apple-touch-icon.png")
@before_setup
def show():
    """Serve a picture of the site where every browser looks for it."""
    file = request.path.removeprefix("/")
    picture = (current_assets().folder / "img" / file).read_bytes()
    return kept_by_all(picture, TYPES[file], seconds=24 * 3600)
