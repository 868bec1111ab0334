"""A real mail server on this machine, as kind or unkind as a test wants it."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Condition, Event
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "ink", "a quiet word/and a slash"


@dataclass
class PostOffice:
    """What it has accepted, and how it answers whom."""

    port: int = 0
    #: What it answers to letters for an address, as in "550 Nobody here".
    answers: dict[str, str] = field(default_factory=dict)
    #: While this is not set, no letter is taken; who sends one waits.
    is_awake: Event = field(default_factory=Event)
    #: Set once somebody has a letter to give.
    is_asked: Event = field(default_factory=Event)
    letters: list[EmailMessage] = field(default_factory=list)
    #: For each letter the address it was for, and when it was accepted.
    readers: list[str] = field(default_factory=list)
    moments: list[datetime] = field(default_factory=list)
    came: Condition = field(default_factory=Condition)

    def __post_init__(self) -> None:
        self.is_awake.set()

    def wait_for(self, count: int, within: float = 30) -> bool:
        """Whether ``count`` letters have come, waiting ``within`` seconds for them."""
        with self.came:
            return self.came.wait_for(lambda: len(self.letters) >= count, within)

    # The names are those that aiosmtpd looks for.

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, *_: Any
    ) -> str:
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.is_asked.set()
        self.is_awake.wait(30)
        content = envelope.original_content or b""
        letter = message_from_bytes(content, policy=policy.SMTPUTF8)
        with self.came:
            self.letters.append(letter)
            self.readers += envelope.rcpt_tos
            self.moments.append(datetime.now(UTC))
            self.came.notify_all()
        return self.answers.get("", "250 Accepted")


class _AnyPort(Controller):
    """On a port that the system chooses."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def post_office(**options: Any) -> Iterator[PostOffice]:
    """Open a mail server; ``options`` are those of aiosmtpd's SMTP."""
    office = PostOffice()
    controller = _AnyPort(office, hostname="127.0.0.1", port=0, **options)
    controller.start()
    office.port = controller.port
    try:
        yield office
    finally:
        office.is_awake.set()
        controller.stop()


def knows_password(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
) -> AuthResult:
    """Let in who has the one name and password."""
    right = LoginPassword(USER.encode(), PASSWORD.encode())
    # Not handled: the server says for itself that it was refused.
    return AuthResult(success=data == right, handled=False)


def tls_context(certificate: str, key: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
