"""What the authorization server grants, and on which conditions: Authlib's classes.

Authorization code with PKCE (RFC 7636, S256 alone) and refresh tokens that are good
once; nothing else. What is used twice has been stolen by somebody, and ends the lot.
"""

from typing import Any, Final

from authlib.integrations.flask_oauth2.requests import (
    FlaskOAuth2Payload,
    FlaskOAuth2Request,
)
from authlib.oauth2.rfc6749 import InvalidRequestError, grants
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7636 import CodeChallenge
from flask import Request

from app.models import Consent, User
from app.web.oauth_parts import Client, Given, given

#: A secret in the head or in the body; none where none can be kept.
AUTH_METHODS: Final = ["client_secret_basic", "client_secret_post", "none"]


class _Payload(FlaskOAuth2Payload):
    """What is said in the address of a page, or in the body of a form; never both."""

    @property
    def data(self) -> Any:
        asked = self._request
        is_page = asked.endpoint in {"consents.new", "consents.create"}
        return asked.args if is_page else asked.form


class Asked(FlaskOAuth2Request):
    def __init__(self, request: Request) -> None:
        super().__init__(_Safe(request))
        self._request = request
        self.payload = _Payload(request)


class _Safe:
    """A request as Authlib likes it: whether it came by https is the site's to say."""

    def __init__(self, request: Request) -> None:
        self.method, self.headers = request.method, request.headers
        self.url = f"https://{request.host}{request.full_path}"


class CodeGrant(grants.AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = AUTH_METHODS

    @staticmethod
    def validate_authorization_redirect_uri(request: Any, client: Client) -> str:
        """Where people are sent back to, which whoever asks has to say.

        What they said is not repeated in the failure: it may hold anything.
        """
        asked: str = request.payload.redirect_uri or ""
        if not client.check_redirect_uri(asked):
            raise InvalidRequestError("This 'redirect_uri' is not registered.")
        return asked

    def generate_authorization_code(self) -> str:
        asked = self.request
        return Consent.give(
            asked.user,
            asked.client.application,
            asked.scope.split(),
            asked.payload.redirect_uri,
            asked.payload.data["code_challenge"],
        )

    def save_authorization_code(self, code: str, request: Any) -> None:
        """Nothing: it was written when it was made."""

    def query_authorization_code(self, code: str, client: Client) -> Given | None:
        found = given(Consent.by_code(code), code, client)
        if found is None or found.consent.is_fresh:
            return found
        found.consent.end()
        return None

    def delete_authorization_code(self, authorization_code: Given) -> None:
        """Nothing: it is kept with what came of it, to be known when it comes again."""

    def authenticate_user(self, authorization_code: Given) -> User:
        return authorization_code.consent.user


class RefreshGrant(grants.RefreshTokenGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = AUTH_METHODS

    def authenticate_refresh_token(self, refresh_token: str) -> Given | None:
        consent = Consent.by_refresh_token(refresh_token)
        found = given(consent, refresh_token, self.request.client)
        if found is None or found.consent.is_renewed_by(refresh_token):
            return found
        found.consent.end()
        return None

    def authenticate_user(self, refresh_token: Given) -> User:
        return refresh_token.consent.user

    def revoke_old_credential(self, refresh_token: Given) -> None:
        """Nothing: a fresh one has taken its place."""


class Revocation(RevocationEndpoint):
    CLIENT_AUTH_METHODS = AUTH_METHODS

    def query_token(self, token: str, hint: str | None) -> Given | None:
        """What it is shows; a hint is not needed, and a wrong one no harm."""
        found = Consent.by_token(token) or Consent.by_refresh_token(token)
        return given(found, token)

    def revoke_token(self, token: Given, request: Any) -> None:
        token.consent.end()


class Proof(CodeChallenge):
    """PKCE for everybody, and never by the plain method, which proves little."""

    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]

    def validate_code_challenge(self, grant: Any, redirect_uri: str) -> None:
        if not grant.request.payload.data.get("code_challenge"):
            raise InvalidRequestError("Missing 'code_challenge'")
        if not grant.request.payload.data.get("code_challenge_method"):
            raise InvalidRequestError("Missing 'code_challenge_method': it is S256")
        super().validate_code_challenge(grant, redirect_uri)
