"""Whether a program asks, and what it shows: everything below ``/api`` is for programs.

So are the two addresses at which applications fetch their tokens and hand them back.

There a token is the only authority. Cookies are neither read nor set, so that no page
of another site can have a browser act for its person, and no form needs a secret field.
"""

from flask import Flask, Request, g, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

from app.lib import strict_json
from app.lib.plaintext import one_line

PREFIX = "/api/"
#: What applications ask by themselves (RFC 6749, RFC 7009).
TOKEN_DOORS = frozenset({"/oauth/token", "/oauth/revoke"})
_SCHEMES = {"bearer", "token"}


class Sessions(SecureCookieSessionInterface):
    """Flask's own session, which programs have none of."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """None where Flask makes one that is empty and takes nothing in."""
        is_program = request.path.startswith(PREFIX)
        return None if is_program else super().open_session(app, request)


def init_app(app: Flask) -> None:
    app.session_interface = Sessions()


def is_from_program() -> bool:
    """Whether this request is one of a program, by its address alone."""
    return request.path.startswith(PREFIX) or request.path in TOKEN_DOORS


def shows_token() -> bool:
    """Whether the request brings anything that is meant to be a token."""
    return bool(request.headers.get("Authorization", "").strip())


def presented_token() -> str:
    """The token of the request, or nothing: ``Authorization: Token …`` or ``Bearer …``.

    Bearer is RFC 6750, section 2.1; Token is what RealWorld clients say.
    """
    said = request.headers.get("Authorization", "").split(maxsplit=1)
    is_token = len(said) == 2 and said[0].lower() in _SCHEMES
    return said[1].strip() if is_token else ""


def program_name() -> str:
    """What the program calls itself, in a line; empty where it does not say."""
    return one_line(request.user_agent.string)[:80]


def sent_in_box(box: str, name: str) -> str:
    """The text that a program sent as ``{box: {name: …}}``; empty for anything else."""
    sent = _sent()
    inner = sent.get(box) if isinstance(sent, dict) else None
    text = inner.get(name) if isinstance(inner, dict) else None
    return text if isinstance(text, str) else ""


def _sent() -> object:
    """What the body says, read once: each limit asks, and it may be long."""
    if "sent_json" not in g:
        try:
            g.sent_json = strict_json.parse(request.get_data(cache=True))
        except strict_json.NotJson:
            g.sent_json = None
    return g.sent_json
