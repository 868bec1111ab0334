"""How the API treats whoever asks, also where it has no such address.

Pages of any other site may ask (https://fetch.spec.whatwg.org/#http-cors-protocol):
a token is shown on purpose and never by the browser itself, so that nothing is gained
by sending somebody's browser here.
"""

from flask import Response, current_app, g, request
from flask.globals import request_ctx
from flask_login import current_user
from werkzeug.routing import RequestRedirect

from app.web.limits import count
from app.web.network import network
from app.web.page_cache import DRAWN_WHOLE
from app.web.problems import USUAL, Problem, refuse
from app.web.programs import is_from_program, shows_token

_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"
_TAKEN = (
    *("Accept", "Accept-Language", "Authorization", "Content-Type"),
    *("Idempotency-Key", "If-Match", "If-None-Match"),
)
_SHOWN = (
    *("Allow", "ETag", "Idempotent-Replayed", "Link", "Location", "RateLimit"),
    *("RateLimit-Policy", "Retry-After", "WWW-Authenticate", "X-Request-Id"),
)
_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": ", ".join(_SHOWN),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_TO_WHO_ASKS_FIRST = {
    "Access-Control-Allow-Methods": _METHODS,
    "Access-Control-Allow-Headers": ", ".join(_TAKEN),
    # As long as any browser believes it.
    "Access-Control-Max-Age": "7200",
}
#: What takes in JSON, the nearest first (RFC 9110, section 12.5.1).
_RANGES = ("application/json", "application/*", "*/*", "*")


def receive():
    """Before anything is looked up: what may be asked at all, and how often."""
    if not is_from_program():
        return None
    if request.method == "OPTIONS":
        return _options()
    _count()
    if not _takes_json():
        refuse(406, accept="must allow application/json")
    if isinstance(request.routing_exception, RequestRedirect):
        # Two strokes where one would do: a program follows no page that says so.
        refuse(404, address="not found")
    return None


def dismiss(response):
    """Say on every answer who may read it, who may keep it, and what is left."""
    if not is_from_program():
        return response
    response.headers.update(_TO_ALL)
    if window := g.get("api_window"):
        response.headers.update(_fields(*window))
    return _cacheable(response)


def _options():
    """Say what may be done here: the browser asks, and shows nobody's token."""
    is_first = "Access-Control-Request-Method" in request.headers
    known = request_ctx.url_adapter and request_ctx.url_adapter.allowed_methods()
    if not (known or is_first):
        return None
    answer = Response(status=204)
    # There is nothing that it could be the kind of.
    del answer.headers["Content-Type"]
    answer.headers.update(_TO_WHO_ASKS_FIRST if is_first else {})
    if known:
        answer.allow.update(sorted(known))
    return answer


def _count():
    """Count each request once, for its member or for the network it comes from."""
    if current_user.is_authenticated:
        name, limit, who = "member", _config("API_LIMIT"), current_user.id
    else:
        name, limit, who = "visitor", _config("API_VISITOR_LIMIT"), network()
    if window := count(limit, f"api {name}", who):
        g.api_window = name, window
        if window.is_exceeded:
            raise Problem(429, USUAL[429], {"Retry-After": str(window.reset)})


def _config(name):
    return current_app.config[name]


def _fields(name, window):
    """As draft-ietf-httpapi-ratelimit-headers-10 has them."""
    return {
        "RateLimit-Policy": f'"{name}";q={window.limit};w={window.length}',
        "RateLimit": f'"{name}";r={window.remaining};t={window.reset}',
    }


def _takes_json():
    """Whether an answer in JSON is any good; parameters of the kind do not count."""
    asked = {}
    for kind, quality in request.accept_mimetypes:
        name = kind.partition(";")[0].strip().lower()
        asked[name] = max(quality, asked.get(name, 0))
    nearest = next((name for name in _RANGES if name in asked), None)
    return asked[nearest] > 0 if nearest else not asked


def _cacheable(response):
    """Answers may be kept, but are asked about again; what holds a token may not."""
    response.vary.update(("Accept", "Accept-Language", "Authorization"))
    kept = "private, no-cache" if shows_token() else "no-cache"
    response.headers.setdefault("Cache-Control", kept)
    is_found = request.method in {"GET", "HEAD"} and response.status_code == 200
    if is_found and not response.cache_control.no_store:
        response.add_etag()
        if DRAWN_WHOLE not in request.environ:
            response.make_conditional(request)
    return response
