from flask import Blueprint, Response, abort, request

from app.lib.pictures import type_of
from app.web import find, pictures
from app.web.access import public

bp = Blueprint("media", __name__, url_prefix="/media")

_DAY = 24 * 3600


@bp.get("/<picture:name>/<file:file>")
@public
def show(name, file):
    """Show one file of a picture to whom may read the post that wears it."""
    picture, is_public = find.picture(name)
    return _served(picture, file, is_public) if file in picture.variants else abort(404)


def _served(picture, file, is_public):
    """Our own bytes, under their own type, and inert; they never change."""
    data = pictures.store().get(picture.name, file)
    if data is None:
        abort(404)
    response = Response(data, mimetype=type_of(file))
    cache = f"public, max-age={_DAY}, immutable" if is_public else "private, no-cache"
    response.headers["Cache-Control"] = cache
    # Whatever a browser takes it for, it runs nothing and loads nothing.
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.set_etag(f"{picture.name}-{file}")
    return response.make_conditional(request)
