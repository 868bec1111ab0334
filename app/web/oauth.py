"""The authorization server: OAuth 2 by Authlib, on our rows and by our rules."""

from collections.abc import Callable
from typing import Any

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.base import invalid_error_characters
from authlib.oauth2.rfc6749 import InvalidClientError, InvalidRequestError, OAuth2Error
from authlib.oauth2.rfc9207 import IssuerParameter
from flask import Response, current_app
from flask import request as flask_request
from werkzeug.datastructures import MultiDict

from app.models import User
from app.models.access_token import Scope
from app.models.consent import TOKEN_FOR
from app.web.oauth_grants import Asked, CodeGrant, Proof, RefreshGrant, Revocation
from app.web.oauth_parts import Client, Given, client_called


class Issuer(IssuerParameter):
    def get_issuer(self) -> str:
        return issuer()


class Server(AuthorizationServer):
    def create_oauth2_request(self, request: Any) -> Asked:
        return Asked(flask_request)

    def query_client(self, client_id: str) -> Client | None:
        return client_called(client_id)

    def save_token(self, token: dict[str, Any], request: Any) -> None:
        """Write it, and put into ``token`` what the application is told of it."""
        if request.refresh_token:
            known: Given = request.refresh_token
            made = known.consent.renew(known.shown, token["scope"].split())
        else:
            application = request.client.application
            made = request.authorization_code.consent.begin(application)
        token["access_token"], token["refresh_token"] = made


server = Server()


def asked_for() -> CodeGrant:
    """What an application asks the reader for.

    :raises OAuth2Error: where it may not; with ``redirect_uri`` if it can be told so.
    """
    _ask_for_plain(flask_request.args)
    return server.get_consent_grant()


def answered(grant: CodeGrant, user: User | None) -> Response:
    """Send an application back with a code, or without ``user`` with a no."""
    answer = server.create_authorization_response(
        grant.request, grant_user=user, grant=grant
    )
    return _see_other(answer)


def sent_back(error: OAuth2Error) -> Response:
    """Send an application back with what was wrong."""
    answer = server.handle_error_response(None, error)
    Issuer().add_issuer_parameter(server, answer)
    return _see_other(answer)


def words_of(error: OAuth2Error) -> str:
    """What is wrong, for whoever made the application."""
    said = error.get_error_description()
    return f"{error.error}: {said}" if said else str(error.error)


def token_answer() -> Response:
    """What an application is answered that wants a token (RFC 6749, section 5)."""
    return _answer_to_form(server.create_token_response)


def revocation_answer() -> Response:
    """What an application is answered that wants no token any more (RFC 7009)."""
    return _answer_to_form(lambda: server.create_endpoint_response("revocation"))


def _answer_to_form(answer: Callable[[], Response]) -> Response:
    try:
        _ask_for_plain(flask_request.form)
        _ask_for_readable_head()
    except OAuth2Error as error:
        return server.handle_error_response(None, error)
    return answer()


def _ask_for_plain(said: MultiDict[str, str]) -> None:
    """Refuse what no name, code or address holds; only the state may be anything."""
    for name, values in said.lists():
        if name != "state" and any(map(invalid_error_characters, values)):
            raise InvalidRequestError("A parameter holds what it never may.")


def _ask_for_readable_head() -> None:
    said = flask_request.headers.get("Authorization", "").lower()
    if said.startswith("basic") and flask_request.authorization is None:
        raise InvalidClientError("The head can't be read.", status_code=401)


def _see_other(answer: Response) -> Response:
    # A browser that was sent a form goes on without it (RFC 9700, section 4.12).
    answer.status_code = 303
    return answer


def issuer() -> str:
    """What the authorization server calls itself: the address of the site."""
    return str(current_app.config["SITE_URL"])


def _described(scope: str, **_: Any) -> dict[str, Any]:
    """All that is said of a token but itself."""
    seconds = int(TOKEN_FOR.total_seconds())
    return {"token_type": "Bearer", "expires_in": seconds, "scope": scope}


server.scopes_supported = [str(scope) for scope in Scope]
server.register_token_generator("default", _described)
server.register_grant(CodeGrant, [Proof()])
server.register_grant(RefreshGrant)
server.register_endpoint(Revocation)
server.register_extension(Issuer())
