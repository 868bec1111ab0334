"""What has to be known before the pages can be asked for: a session, an ETag."""

import json
import re
from collections.abc import Mapping
from html import unescape
from http.client import HTTPMessage
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from bench.load import Reader, Request, fetch

_TOKEN = re.compile(r'name="csrf_token"[^>]* value="([^"]+)"')
_FORM_KEY = re.compile(r'name="form_key"[^>]* value="([^"]+)"')
_STYLESHEET = re.compile(r'rel="stylesheet" href="([^"]+)"')
FORM = "application/x-www-form-urlencoded"


def sign_in(port: int, identifier: str, password: str) -> Mapping[str, str]:
    """Send the form of the sign-in page; the headers of the session that it begins."""
    reader = Reader(port)
    page = reader.get(Request("/sign-in"))
    cookies = _cookies(page.headers)
    words = {"identifier": identifier, "password": password}
    form = urlencode({**words, "csrf_token": _found(_TOKEN, page.body)})
    sent = {**_as_header(cookies), "Content-Type": FORM}
    answer = reader.send("POST", Request("/sign-in", 303, sent), form)
    reader.close()
    return _as_header({**cookies, **_cookies(answer.headers)})


def token(port: int, username: str, password: str) -> str:
    """What a program gets for a password."""
    said = json.dumps({"user": {"email": username, "password": password}})
    sent = {"Content-Type": "application/json"}
    reader = Reader(port)
    answer = reader.send("POST", Request("/api/users/login", headers=sent), said)
    reader.close()
    return str(json.loads(answer.body)["user"]["token"])


def stylesheet(port: int) -> str:
    """The address of the stylesheet, as pages name it."""
    return _found(_STYLESHEET, fetch(port, Request("/sign-in")).body)


def etag(port: int, path: str) -> str:
    """The ETag of the page at ``path``, as a visitor sees it."""
    return fetch(port, Request(path)).headers["ETag"]


def hidden_fields(body: bytes) -> dict[str, str]:
    """What the form that writes a post has beside its words."""
    found = {"csrf_token": _TOKEN, "form_key": _FORM_KEY}
    return {name: _found(pattern, body) for name, pattern in found.items()}


def _found(pattern: re.Pattern[str], body: bytes) -> str:
    if not (match := pattern.search(body.decode())):
        raise RuntimeError(f"the page has nothing like {pattern.pattern}")
    return unescape(match[1])


def _cookies(headers: HTTPMessage) -> dict[str, str]:
    """The cookies that an answer sets; the ones that it removes are left out."""
    jar = SimpleCookie()
    for header in headers.get_all("Set-Cookie", []):
        jar.load(header)
    return {name: cookie.value for name, cookie in jar.items() if cookie.value}


def _as_header(cookies: Mapping[str, str]) -> dict[str, str]:
    return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
