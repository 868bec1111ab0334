"""The name that the visitor asks for, as the site writes its own."""

from typing import TYPE_CHECKING

from flask import Flask

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def init_app(app: Flask) -> None:
    app.wsgi_app = in_small_letters(app.wsgi_app)  # type: ignore[assignment,method-assign]


def in_small_letters(serve: "WSGIApplication") -> "WSGIApplication":
    """Serve ``LOCALHOST`` as localhost: names ignore case (RFC 9110, section 4.2.3).

    Which names the site answers to is looked at behind this, as ever.
    """

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> object:
        if host := environ.get("HTTP_HOST"):
            environ["HTTP_HOST"] = host.lower()
        return serve(environ, start)

    return answer  # type: ignore[return-value]
