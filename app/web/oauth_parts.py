"""How Authlib sees our rows: applications, what they ask for, and what they were given.

It knows OAuth; what it asks of a row is said here, so that no model has to.
"""

from dataclasses import dataclass
from typing import Any

from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, TokenMixin

from app.extensions import db
from app.models import Application, Consent
from app.models.access_token import Scope

_GRANTS = {"authorization_code", "refresh_token"}


@dataclass
class Client(ClientMixin):
    """An application."""

    application: Application

    def get_client_id(self) -> str:
        return self.application.client_id

    def get_default_redirect_uri(self) -> None:
        """None: whoever asks says where people are to be sent back to."""

    def get_allowed_scope(self, scope: str | None) -> str | None:
        """What was asked for, each once and in our order; None for nothing."""
        asked = (scope or "").split()
        return " ".join(one for one in Scope if one in asked) or None

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return self.application.leads_to(redirect_uri)

    def check_client_secret(self, client_secret: str) -> bool:
        return self.application.keeps(client_secret)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        """Whoever has a secret proves it; nobody else is asked for one."""
        return (method == "none") is not self.application.is_confidential

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type in _GRANTS


@dataclass
class Given(AuthorizationCodeMixin, TokenMixin):
    """A consent: the code that it is at first, and the token that came of it."""

    consent: Consent
    # What the application has shown of it.
    shown: str

    @property
    def code_challenge(self) -> str:
        return self.consent.challenge

    @property
    def code_challenge_method(self) -> str:
        return "S256"

    def get_redirect_uri(self) -> str:
        return self.consent.redirect_uri

    def get_scope(self) -> str:
        return " ".join(self.consent.scopes)

    def check_client(self, client: Client) -> bool:
        return self.consent.application_id == client.application.id


def client_called(client_id: str) -> Client | None:
    """The application that calls itself so, if it is here."""
    if not (client_id.isascii() and client_id.isprintable()):
        return None
    found = db.session.scalar(Application.called(), {"client_id": client_id})
    return Client(found) if found else None


def given(consent: Consent | None, shown: str, client: Any = None) -> Given | None:
    """``consent``, if there is one, and it is for this application."""
    if consent is None:
        return None
    found = Given(consent, shown)
    return found if client is None or found.check_client(client) else None
