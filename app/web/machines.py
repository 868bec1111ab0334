"""Answers that are not for people: one for everybody, which any cache may keep."""

from flask import Response, request

from app.web.page_cache import DRAWN_WHOLE


def kept_by_all(body: str | bytes, mimetype: str, *, seconds: int) -> Response:
    """The answer with ``body``, or a 304 for whoever has it already.

    It says the same to everybody: no cookie is read for it, and none is set. (A
    template would read one: its globals have the session in them.)

    :param seconds: for how long it is kept unasked; 0 asks each time.
    """
    response = Response(body, mimetype=mimetype)
    kept = f"public, max-age={seconds}" if seconds else "no-cache"
    response.headers["Cache-Control"] = kept
    response.add_etag()
    if DRAWN_WHOLE not in request.environ:
        response.make_conditional(request)
    return response
