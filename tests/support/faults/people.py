"""Browsers of people who do things on the site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from urllib.parse import urlencode

_TOKEN = re.compile(r'name="csrf_token"[^>]* value="([^"]+)"')


class Unanswered(Exception):
    """The site did not answer; whether it did what it was asked is unknown."""


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    text: str


@dataclass
class Visitor:
    """One browser at the site, on a network of its own."""

    port: int
    network: str
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def visit(self, path: str) -> Reply:
        """Read a page, and take its token along.

        :raises Unanswered: where nothing comes back.
        """
        reply = self._ask("GET", path, None, {})
        if found := _TOKEN.search(reply.text):
            self.token = unescape(found[1])
        return reply

    def send(self, path: str, accept: str = "text/html", **fields: str) -> Reply:
        """Send a form of the site.

        :raises Unanswered: where nothing comes back.
        """
        form = urlencode({"csrf_token": self.token, **fields})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://127.0.0.1:{self.port}",
            "Accept": accept,
        }
        return self._ask("POST", path, form, headers)

    def _ask(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> Reply:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"Accept-Language": "en", "X-Forwarded-For": self.network, **headers}
        try:
            # A connection that was left open may be closed by the time it is used.
            with closing(HTTPConnection("127.0.0.1", self.port, timeout=60)) as line:
                line.request(method, path, body, {**sent, "Cookie": cookies})
                response = line.getresponse()
                words = response.read().decode()
        except (OSError, HTTPException) as error:
            raise Unanswered(str(error)) from error
        for header in response.headers.get_all("Set-Cookie", []):
            for name, cookie in SimpleCookie(header).items():
                self.cookies[name] = cookie.value
        return Reply(response.status, dict(response.headers), words)
