from flask import Blueprint, Response

from app.lib.banners import banner_svg
from app.web.access import public

bp = Blueprint("banners", __name__)


@bp.get("/banners/<handle:handle>.svg")
@public
def show(handle):
    """Draw the banner of a handle; whether somebody has it is not asked."""
    response = Response(banner_svg(handle), mimetype="image/svg+xml")
    response.headers["Cache-Control"] = "public, max-age=604800"
    return response
