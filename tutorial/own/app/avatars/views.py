from flask import Blueprint, Response

from app.lib.avatars import avatar_svg
from app.web.access import public

bp = Blueprint("avatars", __name__)


@bp.get("/avatars/<handle:handle>.svg")
@public
def show(handle):
    """Draw the picture of a handle; whether somebody has it is not asked."""
    response = Response(avatar_svg(handle), mimetype="image/svg+xml")
    response.headers["Cache-Control"] = "public, max-age=604800"
    return response
