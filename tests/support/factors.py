"""Second factors as people hold them in their hands."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from time import time
from typing import TYPE_CHECKING, Any

import pyotp

from app.extensions import db
from app.lib import passkeys
from app.lib.totp import SECONDS, new_secret
from app.models import Passkey, User
from app.models.columns import now
from app.web.seals import sealed
from tests.fixtures.cast import PASSWORD
from tests.support.accounts import account_of
from tests.support.authenticator import Authenticator

if TYPE_CHECKING:
    from tests.support.browser import Browser, Page

PARTY = passkeys.party_at("http://localhost", "Inklings")


@dataclass
class App:
    """An authenticator app on a phone."""

    secret: str
    recovery_codes: list[str] = field(default_factory=list)

    def code(self, skew: int = 0) -> str:
        """What it shows, on a phone whose clock is ``skew`` seconds wrong."""
        return pyotp.TOTP(self.secret).at(int(time()) + skew)


def give_app(person: User) -> App:
    """Set up an app for ``person``, with recovery codes, as the settings do."""
    app, account = App(new_secret()), account_of(person)
    step = int(time()) // SECONDS - 10
    account.set_up_totp(sealed(app.secret), step)
    app.recovery_codes = account.make_recovery_codes()
    db.session.commit()
    return app


def give_passkey(person: User, name: str = "Phone") -> Authenticator:
    """Add a passkey of ``person``, made some time ago."""
    device, challenge = Authenticator(), b"c" * 32
    options = passkeys.creation_options(PARTY, challenge, 1, "x", "X", [])
    key = passkeys.made(PARTY, challenge, device.create(options))
    passkey = Passkey.made(person.id, name, key)
    passkey.created_at = now() - timedelta(days=1)
    db.session.add(passkey)
    db.session.commit()
    return device


def enter_password(browser: Browser, who: str, **fields: str) -> Page:
    """Pass the first step; the page that follows."""
    page = browser.visit("/sign-in")
    return page.submit(identifier=who, password=PASSWORD, **fields)


def ask_for_passkey(page: Page) -> dict[str, Any]:
    """What the page's script is told when the button is pressed."""
    [button] = page.select("[data-behaviour=passkey_get]")
    fields = {"csrf_token": page.value("csrf_token")}
    answer = page.browser.client.post(str(button["data-options"]), data=fields)
    return dict(json.loads(answer.text))


def use_passkey(page: Page, device: Authenticator, **typed: str) -> Page:
    """Press the passkey button; the page that follows."""
    answer = device.get(ask_for_passkey(page))
    return page.submit(button="passkey", credential=answer, **typed)
