"""Who the visitor is, behind proxies that are ours to believe."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix


def init_app(app: Flask) -> None:
    """Believe as many X-Forwarded entries as there are proxies, counted from here.

    None by default: anybody can send such a header, and limits count by address. Each
    adds whom it speaks for, but X-Forwarded-Proto is one value, passed on: the last one
    is what our nearest proxy says.
    """
    if hops := app.config["TRUSTED_PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=1, x_host=0)  # type: ignore[method-assign]
