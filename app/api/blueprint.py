"""What a part of the API is: views that say what they take, and what they answer."""

from functools import wraps
from http import HTTPStatus

import flask
import flask_smorest
from flask import make_response
from flask_smorest.utils import deepupdate

from app.api.document import document
from app.api.guard import ask_for_token
from app.api.manners import dismiss, receive
from app.api.once import NAME, PATTERN, REPLAYED, once, takes_keys
from app.api.parser import Parser
from app.extensions import csrf

#: What anything may be answered with, whatever it is.
_ANYWAY = (400, 401, 403, 406, 429, 500, 503)
#: And of what changes anything.
_OF_CHANGES = (409, 507)
_METHODS = ("get", "post", "put", "patch", "delete")
#: How a program says that what it sends is the same as before.
_KEY = {
    "in": "header",
    "name": NAME,
    "required": False,
    "description": "A key of your own for what you send. Sent again within 24 hours, "
    "the same body makes nothing more and gets the same answer, with "
    f"`{REPLAYED}: true`; another body is a 422. While the first is not answered, or "
    "if its answer was lost, it is a 409. What was refused may be sent again.",
    "schema": {"type": "string", "pattern": PATTERN},
}


def needs(scope):
    """Ask a token for ``scope``; with ``@public`` only those that are brought."""

    def mark(view):
        view.scope = scope
        return view

    return mark


class Blueprint(flask_smorest.Blueprint):
    """One resource: its routes, and its chapter in the OpenAPI document.

    :param about: a sentence that says what it is.
    """

    ARGUMENTS_PARSER = Parser()
    DEFAULT_LOCATION_CONTENT_TYPE_MAPPING = {
        "json": "application/json",
        "parts": "multipart/form-data",
    }

    def __init__(self, name, module, about):
        super().__init__(name, module, description=about)

    def takes(self, schema, **said):
        """Give the view what ``schema`` makes of the body."""

        def decorate(view):
            return self.fails(413, 415)(
                self.arguments(schema, location="json", **said)(view)
            )

        return decorate

    def brings(self, schema):
        """Give the view what ``schema`` makes of a form with files."""

        def decorate(view):
            return self.fails(413)(self.arguments(schema, location="parts")(view))

        return decorate

    def asks(self, schema):
        """Give the view what ``schema`` makes of the query."""
        return self.arguments(schema, location="query")

    def answers(self, code, schema=None, **said):
        """Answer with ``code`` and what the view returns, which looks like ``schema``.

        It is not made to: a view builds plain data, and the tests compare every answer
        with the document. To have each field looked at takes five times as long.
        """
        documented = self.alt_response(code, schema=schema, success=True, **said)

        def decorate(view):
            def made(args, known):
                said = view(*args, **known)
                return make_response(said if isinstance(said, tuple) else (said, code))

            @wraps(view)
            def answer(*args, **known):
                return once(lambda: made(args, known))

            answer.makes_something = code == 201
            return documented(answer)

        return decorate

    def fails(self, *codes):
        """Say which failures belong to it, beside those that every view may have."""

        def decorate(view):
            for code in codes:
                view = self.alt_response(code, response=HTTPStatus(code).name)(view)
            return view

        return decorate

    def _store_endpoint_docs(self, endpoint, obj, parameters, tags, **options):
        super()._store_endpoint_docs(endpoint, obj, parameters, [self.name], **options)
        for method, doc in self._docs[endpoint].items():
            if method in _METHODS:
                said = doc.get("manual_doc", {})
                known = doc.get("response", {}).get("responses", {})
                doc["manual_doc"] = deepupdate(_rights(obj, method, known), said)


class Parent(flask.Blueprint):
    """All of the API: its door, and its document."""

    def __init__(self, name, module, parts):
        super().__init__(name, module, url_prefix="/api")
        self.parts = parts
        # Also where the API has no such address, or not by this method.
        self.before_app_request(receive)
        self.after_app_request(dismiss)
        self.before_request(ask_for_token)
        for part in parts:
            self.register_blueprint(part)
            # A program brings no cookie that somebody else could use.
            csrf.exempt(part)

    def document(self):
        """The OpenAPI document of all of it, as data."""
        return document(self.parts)


def _rights(view, method, known):
    """Who may ask ``view``, and what is said to all others.

    :param known: which answers it has described itself.
    """
    scope = getattr(view, "scope", None)
    asked = [{way: [str(scope)]} for way in ("token", "application")] if scope else []
    is_public = getattr(view, "is_public", False)
    codes = (*_ANYWAY, *(() if method == "get" else _OF_CHANGES))
    answers = {code: HTTPStatus(code).name for code in codes if code not in known}
    if method == "get":
        answers[304] = {"description": "It is what `If-None-Match` names."}
    keys = {"parameters": [_KEY]} if takes_keys(view) else {}
    return {
        **keys,
        "operationId": f"{view.__module__.rpartition('.')[2]}.{view.__name__}",
        "security": ([{}] if is_public else []) + asked,
        "responses": answers,
    }
