"""A passkey in software: it answers as a browser with an authenticator would."""

from __future__ import annotations

import hashlib
import json
from secrets import token_bytes
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import bytes_to_base64url as text_of

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class Authenticator:
    """One key, at one site; its faults can be switched on."""

    def __init__(self, origin: str = "http://localhost", rp_id: str = "localhost"):
        self.origin, self.rp_id = origin, rp_id
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = token_bytes(20)
        self.count = 0
        self.verifies = True

    def create(self, options: dict[str, Any]) -> str:
        """What ``navigator.credentials.create()`` answers, as the page sends it."""
        attested = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + self._cose()
        whole = {
            "fmt": "none",
            "attStmt": {},
            "authData": self._data(ATTESTED) + attested,
        }
        return self._answer(
            clientDataJSON=self._client("webauthn.create", options),
            attestationObject=cbor2.dumps(whole),
            transports=["internal", "telepathy"],
        )

    def get(self, options: dict[str, Any]) -> str:
        """What ``navigator.credentials.get()`` answers, as the page sends it."""
        self.count += 1
        client, data = self._client("webauthn.get", options), self._data()
        signed = data + hashlib.sha256(client).digest()
        return self._answer(
            clientDataJSON=client,
            authenticatorData=data,
            signature=self.key.sign(signed, ec.ECDSA(SHA256())),
        )

    def _client(self, kind: str, options: dict[str, Any]) -> bytes:
        told = {"type": kind, "challenge": options["challenge"], "origin": self.origin}
        return json.dumps(told).encode()

    def _data(self, flags: int = 0) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verifies else 0)
        site = hashlib.sha256(self.rp_id.encode()).digest()
        return site + bytes([flags]) + self.count.to_bytes(4, "big")

    def _cose(self) -> bytes:
        """The public key as in RFC 9053, section 7.1.1."""
        point = self.key.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (point.x, point.y))
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})

    def _answer(self, **parts: Any) -> str:
        response = {
            name: text_of(part) if isinstance(part, bytes) else part
            for name, part in parts.items()
        }
        shown = {"id": text_of(self.id), "rawId": text_of(self.id)}
        return json.dumps({**shown, "type": "public-key", "response": response})


#: What may be wrong with an answer, whichever door it is sent to.
FAULTS = (
    {"origin": "https://evil.example"},
    {"rp_id": "evil.example"},
    {"key": Authenticator().key},
    {"id": b"unknown"},
)
