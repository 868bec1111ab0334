"""A stand-in for the four addresses of GitHub that are asked."""

from __future__ import annotations

import json
from secrets import token_urlsafe
from threading import Event
from typing import Any
from urllib.parse import urlencode

from werkzeug import Request, Response

from tests.support.provider import CLIENT, SECRET

ADDRESSES = [
    {"email": "old@example.org", "primary": False, "verified": True},
    {"email": "zoe@example.org", "primary": True, "verified": True},
]


class GitHub:
    """Answers as GitHub does: faults too come with status 200."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.user: Any = {"id": 4711, "login": "zoe-ferrer", "name": "Zoë Ferrer"}
        self.addresses: Any = ADDRESSES
        self.fault = ""
        self.released = Event()
        self._codes: dict[str, str] = {}

    @property
    def endpoints(self) -> dict[str, str]:
        return {
            "authorize_url": f"{self.address}/login/oauth/authorize",
            "access_token_url": f"{self.address}/login/oauth/access_token",
            "api_base_url": f"{self.address}/api/",
        }

    def __call__(self, environ: Any, start_response: Any) -> Any:
        request = Request(environ)
        if self.fault == f"no {request.path}":
            return Response("", 500)(environ, start_response)
        doors = {
            "/login/oauth/authorize": self._authorize,
            "/login/oauth/access_token": self._token,
            "/api/user": lambda request: self._about(request, self.user),
            "/api/user/emails": lambda request: self._about(request, self.addresses),
        }
        return doors[request.path](request)(environ, start_response)

    def _authorize(self, request: Request) -> Response:
        asked = request.args
        assert asked["scope"] == "read:user user:email"
        code = token_urlsafe()
        self._codes[code] = asked["code_challenge"]
        said = urlencode({"code": code, "state": asked["state"]})
        return Response("", 302, {"Location": f"{asked['redirect_uri']}?{said}"})

    def _token(self, request: Request) -> Response:
        sent = request.form
        if (sent["client_id"], sent["client_secret"]) != (CLIENT, SECRET):
            return _json({"error": "incorrect_client_credentials"})
        if self._codes.pop(sent["code"], None) is None or self.fault == "spent":
            return _json({"error": "bad_verification_code"})
        return _json({"access_token": "gho_1", "token_type": "bearer", "scope": ""})

    def _about(self, request: Request, what: Any) -> Response:
        if request.headers.get("Authorization") != "Bearer gho_1" or what is None:
            return _json({"message": "Requires authentication"}, 401)
        return _json(what)


def _json(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value), status, mimetype="application/json")
