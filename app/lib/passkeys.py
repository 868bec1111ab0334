"""Passkeys: what a browser is asked to sign, and whether it did (WebAuthn Level 3)."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

Verified = TypeVar("Verified")
#: Milliseconds that a browser gives its reader.
PATIENCE: Final = 5 * 60 * 1000
#: Characters of the longest answer that is read; a real one has about 1,500.
LONGEST: Final = 20_000
_TRANSPORTS: Final = {transport.value for transport in AuthenticatorTransport}


class Refused(Exception):
    """What came back from the browser proves nothing."""


@dataclass(frozen=True)
class Party:
    """The site as authenticators know it: the "relying party"."""

    id: str
    origin: str
    name: str


@dataclass(frozen=True)
class Key:
    """What a site keeps of a passkey; ``id`` is in base64url."""

    id: str
    public_key: bytes
    sign_count: int
    transports: tuple[str, ...] = ()


def party_at(site_url: str, name: str) -> Party:
    """The site at ``site_url``; passkeys made here work nowhere else."""
    return Party(urlsplit(site_url).hostname or "", site_url.rstrip("/"), name)


def are_possible(site_url: str) -> bool:
    """Whether browsers allow passkeys at this address.

    They want a name, not a number, and https but for ``localhost``
    (https://www.w3.org/TR/webauthn-3/#rp-id).
    """
    parts = urlsplit(site_url)
    host = parts.hostname or ""
    try:
        ip_address(host)
    except ValueError:
        is_local = host == "localhost" or host.endswith(".localhost")
        return parts.scheme == "https" or is_local
    return False


def creation_options(
    party: Party,
    challenge: bytes,
    user_id: int,
    handle: str,
    name: str,
    known: Sequence[Key],
) -> dict[str, Any]:
    """What ``navigator.credentials.create()`` is called with, as JSON has it.

    :param known: the person's passkeys; no authenticator makes a second one.
    """
    options = generate_registration_options(
        rp_id=party.id,
        rp_name=party.name,
        # An authenticator may tell it to others: it must not say who this is.
        user_id=hashlib.sha256(f"{party.id} {user_id}".encode()).digest(),
        user_name=handle,
        user_display_name=name,
        challenge=challenge,
        timeout=PATIENCE,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
        exclude_credentials=[_descriptor(key) for key in known],
    )
    return _as_json(options)


def request_options(
    party: Party, challenge: bytes, known: Sequence[Key], *, alone: bool
) -> dict[str, Any]:
    """What ``navigator.credentials.get()`` is called with, as JSON has it.

    :param known: the passkeys that will do; none for any that this site made.
    :param alone: whether it is the only proof, so that the authenticator must ask
        for a finger, a face or a PIN.
    """
    wanted = UserVerificationRequirement
    options = generate_authentication_options(
        rp_id=party.id,
        challenge=challenge,
        timeout=PATIENCE,
        allow_credentials=[_descriptor(key) for key in known],
        user_verification=wanted.REQUIRED if alone else wanted.PREFERRED,
    )
    return _as_json(options)


def made(party: Party, challenge: bytes, answer: str) -> Key:
    """The passkey that a browser has just made, from its ``answer`` as JSON.

    :raises Refused: when it answers something else, or somebody else.
    """
    given = _read(answer)
    verified = _believed(
        lambda: verify_registration_response(
            credential=given,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
        )
    )
    return Key(
        bytes_to_base64url(verified.credential_id),
        verified.credential_public_key,
        verified.sign_count,
        tuple(_transports(given)),
    )


def used_id(answer: str) -> str:
    """Which passkey an ``answer`` says that it comes from; empty for none."""
    try:
        claimed = _read(answer).get("id")
    except Refused:
        return ""
    # What is in no id, such as half of a letter, would be an error of the database.
    if isinstance(claimed, str) and claimed.isascii() and claimed.isprintable():
        return claimed
    return ""


def used(party: Party, challenge: bytes, answer: str, key: Key, *, alone: bool) -> int:
    """How often ``key`` has signed by now, if ``answer`` was signed with it.

    :raises Refused: when it was not; when the count has not grown, so that there may
        be a copy of the key; when ``alone`` and nobody was asked for a finger or PIN.
    """
    given = _read(answer)
    verified = _believed(
        lambda: verify_authentication_response(
            credential=given,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            credential_public_key=key.public_key,
            credential_current_sign_count=key.sign_count,
            require_user_verification=alone,
        )
    )
    if bytes_to_base64url(verified.credential_id) != key.id:
        raise Refused("signed with another passkey")
    return verified.new_sign_count


def _as_json(options: Any) -> dict[str, Any]:
    return dict(json.loads(options_to_json(options)))


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST:
        raise Refused("too long")
    try:
        given = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise Refused("no JSON") from error
    if not isinstance(given, dict):
        raise Refused("no object")
    return given


def _believed(verify: Callable[[], Verified]) -> Verified:
    try:
        return verify()
    # Parsers of three formats read what a stranger made up: any failure is a no.
    except Exception as error:
        raise Refused(str(error)) from error


def _descriptor(key: Key) -> PublicKeyCredentialDescriptor:
    transports = [AuthenticatorTransport(name) for name in key.transports]
    return PublicKeyCredentialDescriptor(
        id=base64url_to_bytes(key.id), transports=transports or None
    )


def _transports(given: dict[str, Any]) -> list[str]:
    """How the authenticator is reached, by the names that the standard knows."""
    named = given.get("response", {}).get("transports")
    known = [n for n in named if n in _TRANSPORTS] if isinstance(named, list) else []
    return sorted(set(known))
