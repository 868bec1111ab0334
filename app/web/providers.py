"""Whom people may sign in with: an OpenID provider and GitHub, as the settings say."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypedDict

from authlib.integrations.base_client.errors import OAuthError
from flask import Flask, abort, current_app
from joserfc.errors import JoseError
from requests import RequestException

from app.lib.openid import GITHUB, Person
from app.web.provider_client import ProviderClient
from app.web.urls import absolute_url

# Whatever another server sends: no word of it may become an error of ours.
_GARBAGE = (OAuthError, JoseError, ValueError, LookupError, TypeError, AttributeError)
# A code that was used, or came too late: in the words of RFC 6749 and of GitHub.
_SPENT = {"invalid_grant", "bad_verification_code"}


class Refused(Exception):
    """Nobody was vouched for.

    :ivar reason: ``away`` when the provider gave no answer, ``old`` when the way back
        was used or took too long, ``unsure`` when the answer cannot be trusted,
        ``cancelled`` when the person turned back.
    """

    def __init__(self, reason: str, why: object = "") -> None:
        super().__init__(f"{reason}: {why!r}")
        self.reason = reason


class Departure(TypedDict):
    """What must be remembered of somebody until they return."""

    state: str
    code_verifier: str
    nonce: str
    #: Whether they shall have signed in over there just now.
    again: bool


@dataclass(frozen=True)
class Provider:
    """One whom people may sign in with.

    :ivar key: what it is called in addresses.
    :ivar name: what people call it.
    """

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: str

    @property
    def back_url(self) -> str:
        """Where it sends people back to: what is registered there."""
        return absolute_url("providers.show", provider=self.key)

    def departure(self, *, again: bool) -> tuple[str, Departure]:
        """The address to send somebody to, and what to remember of them.

        :param again: they are to sign in there, even if they have done so long ago.
        :raises Refused: when the provider is away.
        """
        with _answering():
            url, made = self._client.way_out(self.back_url, again)
        return url, Departure(
            state=made["state"],
            code_verifier=made["code_verifier"],
            nonce=made.get("nonce", ""),
            again=again,
        )

    def person(self, code: str, kept: Departure) -> Person:
        """Who came back with ``code``; ``kept`` is what :meth:`departure` returned.

        :raises Refused: when that cannot be said with certainty.
        """
        with _answering():
            client, nonce = self._client, kept["nonce"]
            token = client.fetch_access_token(
                self.back_url, code=code, code_verifier=kept["code_verifier"]
            )
            return client.person(token, nonce, again=kept["again"])

    def check_speaker(self, issuer: str | None) -> None:
        """Refuse what says that it was sent by another provider (RFC 9207).

        :raises Refused: see there.
        """
        with _answering():
            says = self._client.load_server_metadata().get("says_who_answers")
        if issuer != self.issuer and (issuer is not None or says):
            raise Refused("unsure", f"answered by {issuer}")

    @property
    def _client(self) -> ProviderClient:
        """Made once: it remembers the discovery document and the keys."""
        made = current_app.extensions["providers"]
        if self not in made:
            made[self] = ProviderClient.of(
                self.key, self.issuer, self.client_id, self.client_secret
            )
        return made[self]


def init_app(app: Flask) -> None:
    app.extensions["providers"] = {}
    app.jinja_env.globals.update(providers=providers)


def providers() -> list[Provider]:
    """Everybody whom the settings name."""
    known = (
        _configured("oidc", _setting("OIDC_NAME"), _setting("OIDC_ISSUER")),
        _configured("github", "GitHub", GITHUB),
    )
    return [provider for provider in known if provider.client_id]


def provider_or_404(key: str) -> Provider:
    """The provider that an address names."""
    return next((one for one in providers() if one.key == key), None) or abort(404)


def _configured(key: str, name: str, issuer: str) -> Provider:
    prefix = key.upper()
    secret = _setting(f"{prefix}_CLIENT_SECRET")
    return Provider(key, name, issuer, _setting(f"{prefix}_CLIENT_ID"), secret)


def _setting(name: str) -> str:
    return str(current_app.config[name])


@contextmanager
def _answering() -> Iterator[None]:
    """Turn whatever goes wrong at the other side into :class:`Refused`."""
    try:
        yield
    except RequestException as error:
        raise Refused("away", error) from error
    except _GARBAGE as error:
        spent = isinstance(error, OAuthError) and error.error in _SPENT
        raise Refused("old" if spent else "unsure", error) from error
