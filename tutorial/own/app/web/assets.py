"""Addresses of stylesheets, scripts and pictures."""

from flask import Flask, url_for


def init_app(app: Flask) -> None:
    app.jinja_env.globals["asset"] = asset


def asset(path: str) -> str:
    """The address of ``path`` below ``app/static``."""
    return url_for("static", filename=path)
