"""What caches may keep of an answer, and whom it is told to."""

from flask import Flask, after_this_request, g, request, session
from flask_login import current_user
from werkzeug.wrappers import Response

from app.web.page_cache import DRAWN_WHOLE


def init_app(app: Flask) -> None:
    app.after_request(_cacheable)


def keep_nowhere() -> None:
    """Leave no copy of this answer in any cache: it holds a secret."""

    @after_this_request
    def _keep_nowhere(response: Response) -> Response:
        response.headers["Cache-Control"] = "no-store"
        return response


def keep_private() -> None:
    """Leave a copy of this answer in the reader's own browser alone."""

    @after_this_request
    def _keep_private(response: Response) -> Response:
        response.headers["Cache-Control"] = "private, no-cache"
        return response


def tell_nobody() -> None:
    """Keep the address of this page from whatever it leads to: it is a secret."""

    @after_this_request
    def _tell_nobody(response: Response) -> Response:
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


def _cacheable(response: Response) -> Response:
    """Pages may be kept, but are asked about again; a visitor's page costs a 304."""
    if "Cache-Control" in response.headers:
        return response
    response.vary.update(("Cookie", "Accept-Language"))
    # A token or a notice lies in the cookie that is written after this.
    if current_user.is_authenticated or "csrf_token" in g or session.modified:
        response.headers["Cache-Control"] = "private, no-cache"
        return response
    response.headers["Cache-Control"] = "no-cache"
    if request.method in {"GET", "HEAD"} and response.status_code == 200:
        response.add_etag()
        if DRAWN_WHOLE not in request.environ:
            response.make_conditional(request)
    return response
