"""What browsers are told that they may do with an answer: on each one that goes out.

It stands before Flask and before the kept pages, so that no answer of ours leads past
it. A view that knows better says so itself, and is not overruled. What is answered
before there is a request, for one that cannot be read or does not come to an end, is a
line of gunicorn or of ``serving/`` and says nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from flask import Flask, after_this_request, request
from werkzeug.wrappers import Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Header = tuple[str, str]
_CSP: Final = "Content-Security-Policy"

#: What pages need, and the workers that they start; nothing else is open.
_PAGE: Final = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    # No script makes a page out of words but static/js/trusted.js.
    "require-trusted-types-for 'script'",
    "trusted-types inklings",
)
#: What a picture, a feed or a list needs that somebody opens by itself.
_FILE: Final = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
#: What is run or shown as a page; a worker lives by the policy of its own file.
_PAGES: Final = ("text/html", "text/javascript", "application/javascript")
#: What browsers know that a page could ask for, and ours never does.
_NOT_NEEDED: Final = """
    accelerometer autoplay browsing-topics camera clipboard-read compute-pressure
    cross-origin-isolated digital-credentials-get display-capture encrypted-media
    fullscreen gamepad geolocation gyroscope hid identity-credentials-get idle-detection
    keyboard-map local-fonts local-network-access magnetometer microphone midi
    otp-credentials payment picture-in-picture private-state-token-issuance
    private-state-token-redemption screen-wake-lock serial speaker-selection
    storage-access sync-xhr usb window-management xr-spatial-tracking
""".split()
#: And what it does: copying a link, and passkeys.
_NEEDED: Final = (
    "clipboard-write",
    "publickey-credentials-create",
    "publickey-credentials-get",
)
_PERMISSIONS: Final = ", ".join(
    [f"{name}=()" for name in _NOT_NEEDED] + [f"{name}=(self)" for name in _NEEDED]
)
_EVERYWHERE: Final = (
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Origin-Agent-Cluster", "?1"),
    ("Permissions-Policy", _PERMISSIONS),
    ("Referrer-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    # For browsers that are older than frame-ancestors.
    ("X-Frame-Options", "DENY"),
)
_YEAR: Final = 365 * 24 * 3600
#: What ``HSTS`` can be set to.
_HSTS: Final = {
    "host": f"max-age={_YEAR}",
    "subdomains": f"max-age={_YEAR}; includeSubDomains",
    "preload": f"max-age={_YEAR}; includeSubDomains; preload",
}


def init_app(app: Flask) -> None:
    app.after_request(_say_policy)
    outermost = Policies(app.wsgi_app, app.config["HSTS"])
    app.wsgi_app = outermost  # type: ignore[assignment,method-assign]


class Policies:
    """An application whose answers say what browsers may do with them.

    :param hsts: who is told to come over https alone, a key of ``_HSTS``.
    """

    def __init__(self, serve: WSGIApplication, hsts: str) -> None:
        self._serve, self._hsts = serve, ("Strict-Transport-Security", _HSTS[hsts])

    def __call__(
        self, environ: WSGIEnvironment, start: StartResponse
    ) -> Iterable[bytes]:
        is_https = environ["wsgi.url_scheme"] == "https"

        def told(status: str, headers: list[Header], *more: Any) -> Any:
            return start(status, [*headers, *self._missing(headers, is_https)], *more)

        return self._serve(environ, told)

    def _missing(self, headers: list[Header], is_https: bool) -> list[Header]:
        said = {name.lower(): value for name, value in headers}
        wanted = [
            (_CSP, _policy(said.get("content-type", ""), is_https)),
            ("Cross-Origin-Resource-Policy", _who_may_show(said)),
            *_EVERYWHERE,
        ]
        if is_https:
            wanted.append(self._hsts)
        return [pair for pair in wanted if pair[0].lower() not in said]


def lead_to(place: str) -> None:
    """Let the forms of this page lead to ``place``, too, by way of a redirect.

    :param place: as a policy calls it. To a program on this machine one goes by http.
    """

    @after_this_request
    def _lead(response: Response) -> Response:
        leading = {"form-action 'self'": f"form-action 'self' {place}"}
        parts = tuple(leading.get(part, part) for part in _PAGE)
        response.headers[_CSP] = _joined(parts, is_https=False)
        return response


def _say_policy(response: Response) -> Response:
    """Say it while the kind is known: a 304 says no kind, and what it says is kept."""
    policy = _policy(response.mimetype or "", request.is_secure)
    response.headers.setdefault(_CSP, policy)
    return response


def _policy(mimetype: str, is_https: bool) -> str:
    return _POLICIES[mimetype.startswith(_PAGES), is_https]


def _who_may_show(said: dict[str, str]) -> str:
    """What any cache may keep for everybody, pages of others may show: cards, avatars.

    What is for one reader is taken out of the reach of scripts elsewhere (Spectre).
    """
    is_for_all = said.get("cache-control", "").startswith("public")
    return "cross-origin" if is_for_all else "same-origin"


def _joined(parts: tuple[str, ...], is_https: bool) -> str:
    # An old text may name a picture of ours by http.
    return "; ".join((*parts, "upgrade-insecure-requests") if is_https else parts)


_POLICIES: Final = {
    (is_page, is_https): _joined(_PAGE if is_page else _FILE, is_https)
    for is_page in (True, False)
    for is_https in (True, False)
}
