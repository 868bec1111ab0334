"""The door: closed unless a view opens it."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, current_app, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from app.extensions import login
from app.web.site import current_site

View = TypeVar("View", bound=Callable[..., object])


def public(view: View) -> View:
    """Let people in who are not signed in."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def before_setup(view: View) -> View:
    """Answer even while the site has no first account; implies :func:`public`."""
    view.is_before_setup = True  # type: ignore[attr-defined]
    return public(view)


def is_public(endpoint: str | None) -> bool:
    return _has("is_public", endpoint)


def init_app(app: Flask) -> None:
    app.before_request(_lead_to_setup)
    app.before_request(_guard)


def _has(mark: str, endpoint: str | None) -> bool:
    return getattr(current_app.view_functions.get(endpoint or ""), mark, False)


def _lead_to_setup() -> Response | None:
    """The first visitor of an empty site is led to make the first account."""
    if request.url_rule is None or _has("is_before_setup", request.endpoint):
        return None
    if current_site() is None:
        return redirect(url_for("setup.new"), 303)
    return None


def _guard() -> Response | None:
    """Send visitors to the sign-in page, with whatever they had typed."""
    if request.url_rule is None or is_public(request.endpoint):
        return None
    if request.method == "OPTIONS":
        return None
    return None if current_user.is_authenticated else login.unauthorized()
