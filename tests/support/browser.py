"""A browser without a screen: it visits pages and submits the forms they show."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.extensions import db
from app.models import LoginSession, User

HEADERS = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


class Browser:
    """What one reader uses; signed in as somebody, or as nobody."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def sign_in(self, person: User) -> Browser:
        """Skip the form: begin a session as the sign-in page would."""
        token = LoginSession.begin(person, device="Test browser", keep=False)
        db.session.commit()
        self.client.set_cookie(self.client.application.config["LOGIN_COOKIE"], token)
        return self

    def visit(self, path: str, **headers: str) -> Page:
        answer = self.client.get(path, headers=headers, follow_redirects=True)
        return Page(self, answer)

    def send(self, path: str, fields: dict[str, Any], **headers: str) -> Page:
        """Send a form as a page of this site would, and follow where it leads."""
        answer = self.client.post(path, data=fields, headers={**HEADERS, **headers})
        where = answer.location
        return self.visit(where) if where else Page(self, answer)

    def forget_cookies(self) -> None:
        self.client._cookies.clear()


class Page:
    """What the browser shows."""

    def __init__(self, browser: Browser, answer: TestResponse) -> None:
        self.browser = browser
        self.answer = answer
        self.status = answer.status_code
        self.path = answer.request.full_path.rstrip("?")
        # What is downloaded is no page: it is in ``answer.data``.
        self.words = answer.data.decode(errors="replace")
        answer.close()

    @cached_property
    def html(self) -> BeautifulSoup:
        """The page as a tree. Many a page is only gone through on the way: unread."""
        return BeautifulSoup(self.words, "html.parser")

    def select(self, selector: str) -> list[Tag]:
        return self.html.select(selector)

    def texts(self, selector: str) -> list[str]:
        return [" ".join(tag.get_text().split()) for tag in self.select(selector)]

    def text(self, selector: str = "main") -> str:
        """The words of the first match, with single spaces; empty for none."""
        return next(iter(self.texts(selector)), "")

    def shows(self, words: str) -> bool:
        return words in self.text("body")

    def value(self, name: str) -> str | None:
        """What stands in the field called ``name``, of the page before its frame."""
        called = {"name": name}
        main = self.html.find("main") or self.html
        field = main.find(attrs=called) or self.html.find(attrs=called)
        return _value(field) if isinstance(field, Tag) else None

    def fields(self, selector: str) -> dict[str, Any]:
        """What a browser would send of this form, if no button said more."""
        form = self.html.select_one(selector)
        return _fields(form) if form else {}

    def submit(
        self, selector: str = "main form", button: str = "", **typed: Any
    ) -> Page:
        """Fill the form and press the button with this value, or its only one."""
        form = self.html.select_one(selector)
        assert form is not None, f"no form {selector!r} on {self.path}:\n{self.text()}"
        fields = {**_fields(form), **typed}
        pressed = _button(self.html, form, button)
        if pressed is not None and pressed.get("name"):
            fields[str(pressed["name"])] = str(pressed.get("value", ""))
        action = (
            (pressed and pressed.get("formaction")) or form.get("action") or self.path
        )
        return self.browser.send(str(action).partition("#")[0], fields)

    def press(self, selector: str) -> Page:
        """Press this button, wherever its form is."""
        button = self.html.select_one(selector)
        assert button is not None, f"no button {selector!r} on {self.path}"
        name = button.get("form")
        form = self.html.find(id=name) if name else button.find_parent("form")
        assert isinstance(form, Tag), f"{selector!r} belongs to no form"
        action = button.get("formaction") or form.get("action") or self.path
        return self.browser.send(str(action), _fields(form))


def _fields(form: Tag) -> dict[str, Any]:
    """What stands in each field; in a list, where several have the same name."""
    found: dict[str, list[str]] = {}
    for field in _filled(form):
        found.setdefault(str(field["name"]), []).append(_value(field))
    return {name: texts if texts[1:] else texts[0] for name, texts in found.items()}


def _filled(form: Tag) -> list[Tag]:
    return [
        field
        for field in form.select("input[name], textarea[name], select[name]")
        if field.get("type") not in {"checkbox", "radio"} or field.has_attr("checked")
    ]


def _value(field: Tag) -> str:
    if field.name == "textarea":
        return field.get_text().replace("\r\n", "\n").removeprefix("\n")
    if field.name == "select":
        chosen = field.select_one("option[selected]") or field.select_one("option")
        return str(chosen["value"]) if chosen else ""
    return str(field.get("value", ""))


def _button(page: BeautifulSoup, form: Tag, value: str) -> Tag | None:
    """A button inside the form, or one elsewhere that names the form."""
    inside = form.select("button:not([type=button])")
    outside = page.select(f"button[form='{form.get('id')}']") if form.get("id") else []
    for button in [*inside, *outside]:
        if not value or button.get("value") == value:
            return button
    assert not value, f"no button {value!r} in the form"
    return None
