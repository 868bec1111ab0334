"""A program that speaks to the API, and knows what it may be answered with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.extensions import db
from app.models import AccessToken, User
from app.models.access_token import PERSONAL, Scope
from tests.support.document import Document


class Program:
    """What somebody has running: it acts for a person, or for nobody."""

    def __init__(self, client: FlaskClient, document: Document) -> None:
        self.client, self.document = client, document
        self.headers: dict[str, str] = {}

    def acting_for(
        self,
        person: User,
        scopes: Iterable[str] = Scope,
        kind: str = PERSONAL,
        name: str = "A test",
    ) -> Program:
        """Show a token of ``person`` from now on, as one made in the settings."""
        _, token = AccessToken.issue(person, kind, name, scopes)
        db.session.commit()
        return self.showing(token)

    def showing(self, token: str, scheme: str = "Token") -> Program:
        self.headers = {**self.headers, "Authorization": f"{scheme} {token}"}
        return self

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.ask("GET", path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> TestResponse:
        return self.ask("POST", path, body, **more)

    def put(self, path: str, body: Any = None, **more: Any) -> TestResponse:
        return self.ask("PUT", path, body, **more)

    def delete(self, path: str, **more: Any) -> TestResponse:
        return self.ask("DELETE", path, **more)

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: dict[str, str] | None = None,
        **more: Any,
    ) -> TestResponse:
        """Ask below ``/api``; the answer is compared with the document."""
        sent = {} if body is None else {"json": body}
        said = {**self.headers, **(headers or {})}
        path = f"/api{path}"
        answer = self.client.open(path, method=method, headers=said, **sent, **more)
        self.document.check(method, path.partition("?")[0], answer)
        return answer
