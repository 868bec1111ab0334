"""A small OAuth client: it sends people to ask for consent, and fetches its tokens."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qs, urlencode, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.models import Application
from tests.support.browser import HEADERS, Browser, Page

BACK = "https://quill.example/back?of=inklings"
VERIFIER = "a-verifier-that-is-long-enough-to-be-one-of-them"


def challenge(verifier: str = VERIFIER) -> str:
    hashed = sha256(verifier.encode()).digest()
    return urlsafe_b64encode(hashed).decode().rstrip("=")


def said(address: str) -> dict[str, str]:
    """What the query of ``address`` says."""
    return {name: text for name, [text] in parse_qs(urlsplit(address).query).items()}


def asking(application: Application, **other: str | None) -> str:
    """Where ``application`` sends people; what is None is left out."""
    usual: dict[str, str | None] = {
        "response_type": "code",
        "client_id": application.client_id,
        "redirect_uri": BACK,
        "scope": "posts:read posts:write",
        "state": "a state & more",
        "code_challenge": challenge(),
        "code_challenge_method": "S256",
    }
    asked = {n: text for n, text in {**usual, **other}.items() if text is not None}
    return f"/oauth/authorize?{urlencode(asked)}"


@dataclass
class Dancer:
    """An application that somebody looks at in a browser."""

    client: FlaskClient
    browser: Browser
    application: Application
    secret: str = ""

    def path(self, **other: str | None) -> str:
        """Where it sends people; what is None is left out."""
        return asking(self.application, **other)

    def ask(self, **other: str | None) -> TestResponse:
        """Send people there; the first answer, wherever it leads."""
        return self.browser.client.get(self.path(**other))

    def page(self, **other: str | None) -> Page:
        return self.browser.visit(self.path(**other))

    def press(self, answer: str = "allow", **other: str | None) -> dict[str, str]:
        """Press a button there; what the application is told, with where it was."""
        fields = {**self.page(**other).fields("main form"), "answer": answer}
        sent = self.browser.client.post(
            self.path(**other), data=fields, headers=HEADERS
        )
        return {"where": sent.location, **said(sent.location)}

    def exchange(self, code: str, **other: str) -> TestResponse:
        """Change a code for a token."""
        usual = {"code": code, "redirect_uri": BACK, "code_verifier": VERIFIER}
        return self.send("token", grant_type="authorization_code", **{**usual, **other})

    def refresh(self, token: str, **other: str) -> TestResponse:
        return self.send(
            "token", grant_type="refresh_token", refresh_token=token, **other
        )

    def dance(self, **other: str) -> dict[str, str]:
        """All of it; what the token endpoint says."""
        answer = self.exchange(self.press(**other)["code"])
        assert answer.status_code == 200, answer.text
        return answer.json

    def send(self, where: str, **form: str) -> TestResponse:
        known = {"client_id": self.application.client_id}
        if self.secret:
            known["client_secret"] = self.secret
        return self.client.post(f"/oauth/{where}", data={**known, **form})
