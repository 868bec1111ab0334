"""The answer that is a picture: our own bytes, under their own type, and inert."""

from flask import Response, abort, current_app, request

from app.lib.pictures import type_of
from app.lib.stores import StoreFailed
from app.web.pictures import store

# Whatever a browser takes it for, it runs nothing and loads nothing.
_POLICY = "default-src 'none'; sandbox"
# A post that is made private takes its pictures back within a day.
_DAY = 24 * 3600


def served(picture, file, is_public):
    """One file of ``picture``. What is under its address never changes.

    :param is_public: whether a cache may keep it that is not the reader's own.
    """
    response = Response(mimetype=type_of(file))
    response.set_etag(f"{picture.name}-{file}")
    cache = f"public, max-age={_DAY}" if is_public else "private, no-cache"
    response.headers["Cache-Control"] = cache
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["Content-Disposition"] = f"inline; filename={picture.name}-{file}"
    if request.if_none_match.contains_weak(response.get_etag()[0]):
        response.status_code = 304
        return response
    response.data = _bytes_of(picture, file)
    length = response.content_length
    return response.make_conditional(
        request, accept_ranges=True, complete_length=length
    )


def _bytes_of(picture, file):
    try:
        data = store().get(picture.name, file)
    except StoreFailed as error:
        current_app.logger.error("The store of pictures is not well: %s", error)
        abort(503)
    if data is None:
        current_app.logger.error("A file is missing: %s/%s", picture.name, file)
        abort(404)
    return data
