"""How a provider is asked who somebody is, through Authlib."""

from __future__ import annotations

from time import time
from typing import Any

from authlib.integrations.flask_client import FlaskIntegration, FlaskOAuth2App

from app.lib.openid import GITHUB, Person, discovered

#: Seconds that a provider has for each answer.
TIMEOUT = 5
#: Seconds that its clock may be wrong by.
LEEWAY = 90
#: Seconds since which somebody has signed in over there, where that is asked for.
AGAIN = 600
#: Seconds for which what it says of itself, its keys too, is believed.
BELIEVED = 3600
#: Where GitHub is asked; it has no discovery document.
GITHUB_ADDRESSES = {
    "authorize_url": "https://github.com/login/oauth/authorize",
    "access_token_url": "https://github.com/login/oauth/access_token",
    "api_base_url": "https://api.github.com/",
}
_DISCOVERY = "/.well-known/openid-configuration"


class ProviderClient(FlaskOAuth2App):
    """Authlib's client for one provider.

    Its methods raise what Authlib, joserfc and requests raise, and ValueError.
    """

    issuer = ""
    server_metadata: dict[str, Any]

    @classmethod
    def of(cls, key: str, issuer: str, client_id: str, secret: str) -> ProviderClient:
        """The client for the provider whose ``issuer`` this is."""
        github = issuer == GITHUB
        asked = {
            "scope": "read:user user:email" if github else "openid profile email",
            "code_challenge_method": "S256",
            "default_timeout": TIMEOUT,
        }
        if github:
            asked["token_endpoint_auth_method"] = "client_secret_post"  # noqa: S105
            where = GITHUB_ADDRESSES
        else:
            where = {"server_metadata_url": issuer.rstrip("/") + _DISCOVERY}
        client = cls(
            FlaskIntegration(key),
            key,
            client_id=client_id,
            client_secret=secret,
            client_kwargs=asked,
            **where,
        )
        client.issuer = issuer
        return client

    def load_server_metadata(self) -> dict[str, Any]:
        """What the provider says of itself, asked for once an hour."""
        known = self.server_metadata
        if not self._server_metadata_url:
            return known
        if time() - known.get("_loaded_at", 0) > BELIEVED:
            with self._get_session() as session:
                address = self._server_metadata_url
                answer = session.request("GET", address, withhold_token=True)
            answer.raise_for_status()
            found = discovered(answer.json(), self.issuer)
            self.server_metadata = known = {**found, "_loaded_at": time()}
        return known

    def way_out(self, back_url: str, again: bool) -> tuple[str, dict[str, str]]:
        """The address to send somebody to, and what Authlib wants to see again."""
        asked = {"max_age": AGAIN} if again and self.issuer != GITHUB else {}
        made = self.create_authorization_url(back_url, **asked)
        return made.pop("url"), made

    def person(self, token: dict[str, Any], nonce: str, again: bool) -> Person:
        """Who ``token`` was given to, having just signed in if that was asked for."""
        if self.issuer == GITHUB:
            return self._github_person(token)
        return self._openid_person(token, nonce, again)

    def _openid_person(self, token: dict[str, Any], nonce: str, again: bool) -> Person:
        """Believe the ID token alone as to who it is (OpenID Connect Core, 3.1.3.7)."""
        rules = {
            "iss": {"essential": True, "value": self.issuer},
            "aud": {"essential": True, "value": self.client_id},
        }
        claims = self.parse_id_token(token, nonce, rules, leeway=LEEWAY)
        if claims is None:
            raise ValueError("there is no ID token")
        # Not every provider says when; one that does must not say long ago.
        since = time() - claims.get("auth_time", time())
        if again and since > AGAIN + LEEWAY:
            raise ValueError("they have not signed in again")
        if "email" not in claims and "userinfo_endpoint" in self.server_metadata:
            claims = {**self._userinfo(token, claims["sub"]), **claims}
        return Person.from_claims(self.issuer, claims)

    def _userinfo(self, token: dict[str, Any], subject: str) -> dict[str, Any]:
        """Further claims, which must be about the same person (5.3.2)."""
        more: dict[str, Any] = self.userinfo(token=token)
        if more.get("sub") != subject:
            raise ValueError("the further claims are about somebody else")
        return more

    def _github_person(self, token: dict[str, Any]) -> Person:
        user, addresses = (
            self.get(path, token=token) for path in ("user", "user/emails")
        )
        user.raise_for_status()
        # Who keeps their addresses to themselves types one in.
        return Person.from_github(user.json(), addresses.json() if addresses.ok else [])
