"""Chromium's virtual authenticator: a passkey without a finger."""

from __future__ import annotations

from playwright.sync_api import Page

INTERNAL = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class VirtualKey:
    """What holds passkeys in one window, as the device that the browser runs on."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("WebAuthn.enable")
        added = self.session.send(
            "WebAuthn.addVirtualAuthenticator", {"options": INTERNAL}
        )
        self.id = added["authenticatorId"]

    def recognise(self, knows: bool) -> None:
        """Whether the next finger is one that it knows."""
        self.session.send(
            "WebAuthn.setUserVerified",
            {"authenticatorId": self.id, "isUserVerified": knows},
        )
