"""What caches may keep of an answer."""

from flask import Flask, g, request, session
from flask_login import current_user
from werkzeug.wrappers import Response


def init_app(app: Flask) -> None:
    app.after_request(_cacheable)


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
        response.make_conditional(request)
    return response
