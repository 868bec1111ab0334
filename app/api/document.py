"""The OpenAPI document, made from the routes and their schemas."""

import flask_smorest
from flask import current_app
from flask_babel import force_locale
from werkzeug.routing import AnyConverter

from app.api.finish import finish
from app.api.schemas.errors import ErrorsSchema
from app.web.scopes import WORDS
from app.web.site import site_name
from app.web.urls import Row, absolute_url

VERSION = "1.0.0"
_ABOUT = """Everything that a member does on the site, for programs.

Where this says `article`, `profile`, `user` and `comment`, it is the public RealWorld
contract; the rest follows the same manners. Every failure has the shape of `Errors`.
"""
_TOKEN = {
    "type": "http",
    "scheme": "bearer",
    "description": "A token from the settings, from signing in, or that an application "
    "was given. `Authorization: Token …` does as well.",
}


def _application():
    """How applications of others get theirs (docs/oauth.md), and what there is to ask.

    In English, as the rest of the document, whoever asks for it first.
    """
    with force_locale("en"):
        scopes = {str(scope): str(words) for scope, words in WORDS.items()}
    flow = {
        "authorizationUrl": absolute_url("consents.new"),
        "tokenUrl": absolute_url("oauth_tokens.create"),
        "refreshUrl": absolute_url("oauth_tokens.create"),
        "scopes": scopes,
    }
    return {"type": "oauth2", "flows": {"authorizationCode": flow}}


class Api(flask_smorest.Api):
    """flask-smorest without its routes and its page of errors: the site has its own."""

    ERROR_SCHEMA = ErrorsSchema
    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_doc_blueprint(self):
        pass

    def _register_error_handlers(self):
        pass


def document(parts):
    """The document of ``parts``, as data; made when somebody asks for it first."""
    known = current_app.extensions.setdefault("api", {})
    if "document" not in known:
        known["document"] = _described(parts)
    return known["document"]


def _one_of(converter):
    return {"type": "string", "enum": sorted(converter.items)}


def _described(parts):
    api = Api(
        current_app,
        spec_kwargs={
            "title": f"The API of {site_name()}",
            "version": VERSION,
            "openapi_version": "3.1.0",
            "info": {"description": _ABOUT},
            "servers": [{"url": current_app.config["SITE_URL"]}],
        },
    )
    api.register_converter(AnyConverter, _one_of)
    api.register_converter(Row, lambda _: {"type": "integer", "minimum": 1})
    api.spec.components.security_scheme("token", _TOKEN)
    api.spec.components.security_scheme("application", _application())
    for part in parts:
        name = f"api.{part.name}"
        part.register_views_in_doc(
            api, current_app, api.spec, name=name, parameters=None
        )
        api.spec.tag({"name": part.name, "description": part.description})
    return finish(api.spec.to_dict())
