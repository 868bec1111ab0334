"""A real OpenID provider on this machine, which can be told to do wrong."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from secrets import token_urlsafe
from threading import Event, Thread
from time import time
from typing import Any
from urllib.parse import urlencode

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from werkzeug import Request, Response
from werkzeug.serving import make_server

CLIENT, SECRET = "inklings", "a secret that only the tests use"
ZOE = {
    "sub": "zoe-1",
    "preferred_username": "zoe.ferrer",
    "name": "Zoë Ferrer",
    "email": "zoe@example.org",
    "email_verified": True,
}


@cache
def key(name: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": name, "use": "sig"}, private=True)


class OpenIdProvider:
    """Says who ``person`` is to whoever asks properly.

    :ivar fault: what it does wrong; see :meth:`_claims` and the answers below.
    """

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.person: dict[str, Any] = dict(ZOE)
        self.fault = ""
        self.key = key("first")
        self.asked: list[str] = []
        self.released = Event()
        self._codes: dict[str, dict[str, str]] = {}
        self._tokens: dict[str, dict[str, Any]] = {}

    @property
    def settings(self) -> dict[str, str]:
        """What a site that trusts it has in its environment."""
        return {
            "OIDC_NAME": "Harbour",
            "OIDC_ISSUER": self.issuer,
            "OIDC_CLIENT_ID": CLIENT,
            "OIDC_CLIENT_SECRET": SECRET,
        }

    def change_key(self) -> None:
        self.key = key("second")

    def __call__(self, environ: Any, start_response: Any) -> Any:
        request = Request(environ)
        self.asked.append(request.path)
        return self._answer(request)(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if self.fault == f"no {request.path}":
            return Response("The ink ran out.", 500)
        if self.fault == f"slow {request.path}":
            self.released.wait(10)
        if self.fault == f"garbage {request.path}":
            return Response("<h1>Hello</h1>", mimetype="text/html")
        if self.fault == f"list {request.path}":
            return _json([1, 2, 3])
        doors = {
            "/.well-known/openid-configuration": self._discovery,
            "/keys": self._keys,
            "/authorize": self._authorize,
            "/token": self._token,
            "/userinfo": self._userinfo,
        }
        door = doors.get(request.path)
        return door(request) if door else Response("", 404)

    def _discovery(self, _request: Request) -> Response:
        document = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            "authorization_response_iss_parameter_supported": True,
        }
        if self.fault == "discovery of another":
            document["issuer"] = "https://other.example"
        if self.fault == "discovery without keys":
            del document["jwks_uri"]
        return _json(document)

    def _keys(self, _request: Request) -> Response:
        return _json({"keys": [self.key.as_dict(private=False)]})

    def _authorize(self, request: Request) -> Response:
        """Everybody agrees at once, but for who turns back."""
        asked = request.args
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        said = {"state": asked["state"], "iss": self.issuer}
        if self.fault == "cancelled":
            said["error"] = "access_denied"
        elif self.fault == "overloaded":
            said["error"] = "temporarily_unavailable"
        else:
            said["code"] = token_urlsafe()
            self._codes[said["code"]] = dict(asked.items())
        if self.fault == "another speaker":
            said["iss"] = "https://other.example"
        if self.fault == "no speaker":
            del said["iss"]
        return Response(
            "", 303, {"Location": f"{asked['redirect_uri']}?{urlencode(said)}"}
        )

    def _token(self, request: Request) -> Response:
        shown, sent = request.authorization, request.form
        if not shown or (shown.username, shown.password) != (CLIENT, SECRET):
            return _json({"error": "invalid_client"}, 401)
        asked = self._codes.pop(sent["code"], None)
        if asked is None or not self._is_the_same(asked, sent):
            return _json({"error": "invalid_grant"}, 400)
        token = token_urlsafe()
        self._tokens[token] = self.person
        answer = {"access_token": token, "token_type": "Bearer", "expires_in": 300}
        if self.fault != "no ID token":
            answer["id_token"] = self._signed(self._claims(asked["nonce"]))
        return _json(answer)

    def _is_the_same(self, asked: dict[str, str], sent: Any) -> bool:
        """PKCE (RFC 7636), and the address that the code was sent to."""
        verifier = hashlib.sha256(sent["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(verifier).decode().rstrip("=")
        return (
            asked["code_challenge"] == challenge
            and asked["redirect_uri"] == sent["redirect_uri"]
        )

    def _claims(self, nonce: str) -> dict[str, Any]:
        present = int(time())
        claims = {
            **self.person,
            "iss": self.issuer,
            "aud": CLIENT,
            "nonce": nonce,
            "iat": present,
            "exp": present + 300,
        }
        wrong: dict[str, dict[str, Any]] = {
            "wrong nonce": {"nonce": "another"},
            "no nonce": {"nonce": None},
            "wrong audience": {"aud": "another"},
            "wrong audience, right party": {"aud": "another", "azp": CLIENT},
            "two audiences": {"aud": [CLIENT, "another"], "azp": "another"},
            "expired": {"exp": present - 120},
            "a minute late": {"exp": present - 60},
            "from the future": {"iat": present + 120},
            "another issuer": {"iss": "https://other.example"},
            "signed in long ago": {"auth_time": present - 3600},
            "nobody": {"sub": ""},
            "a number": {"sub": 7},
            "too long a name": {"sub": "x" * 256},
            "a name with a nul": {"sub": "zoe\x00"},
        }
        return {**claims, **wrong.get(self.fault, {})}

    def _signed(self, claims: dict[str, Any]) -> str:
        if self.fault == "unsigned":
            return _unsigned(claims)
        if self.fault == "signed with our secret":
            return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET))
        if self.fault == "signed with the public key":
            public = self.key.as_pem(private=False)
            mac = OctKey.import_key(base64.urlsafe_b64encode(public).decode())
            return jwt.encode({"alg": "HS256"}, claims, mac)
        signer = key("stranger") if self.fault == "another key" else self.key
        header = {"alg": "RS256", "kid": self.key.kid}
        return jwt.encode(header, claims, signer)

    def _userinfo(self, request: Request) -> Response:
        token = request.headers["Authorization"].removeprefix("Bearer ")
        person = dict(self._tokens[token])
        if self.fault == "userinfo of another":
            person["sub"] = "another"
        return _json(person)


@contextmanager
def served_on(application: Any) -> Iterator[str]:
    """Serve what ``application`` makes of its own address."""
    server = make_server("127.0.0.1", 0, lambda *_: None, threaded=True)
    address = f"http://127.0.0.1:{server.server_port}"
    server.app = application(address)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server.app
    getattr(server.app, "released", Event()).set()
    server.shutdown()
    server.server_close()
    thread.join()


def _unsigned(claims: dict[str, Any]) -> str:
    parts = ({"alg": "none"}, claims)
    encoded = (base64.urlsafe_b64encode(json.dumps(p).encode()) for p in parts)
    return ".".join(part.decode().rstrip("=") for part in encoded) + "."


def _json(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value), status, mimetype="application/json")
