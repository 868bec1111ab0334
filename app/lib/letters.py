"""Mail as a message that any mail server takes."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import (
    Address,
    BaseHeader,
    HeaderRegistry,
    UnstructuredHeader,
)
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, Policy
from email.utils import format_datetime
from pathlib import Path

import idna

# What would end a header, or begin another address.
_SMUGGLED = re.compile(r"[\s\x00-\x1f\x7f<>,;:\"()\\]")


class _Whole(UnstructuredHeader, BaseHeader):
    """A header that no mail program can read unless it stands on one line, as it is."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _Whole)


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What somebody is to read."""

    to: str
    #: Who writes: the name before the site's address.
    name: str
    subject: str
    text: str
    html: str
    #: The page that ends such letters with one POST (RFC 8058), if there is one.
    unsubscribe: str = ""


def compose(letter: Letter, sender: str, key: str, written: datetime) -> EmailMessage:
    """Return ``letter`` as a message from the address ``sender``.

    The same ``key`` and moment make the same Message-ID and Date: sent twice, it can
    be told that it is one letter.

    :raises ValueError: where an address or a header would smuggle in another one.
    """
    to = deliverable(letter.to)
    policy = SMTP if to.isascii() else SMTPUTF8
    message = EmailMessage(policy=policy.clone(header_factory=_HEADERS))
    sender = deliverable(sender)
    message["From"] = Address(letter.name, addr_spec=sender)
    message["To"] = Address(addr_spec=to) if to.isascii() else to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(written)
    message["Message-ID"] = f"<{key}@{sender.rpartition('@')[2]}>"
    # Nobody's holiday notice should answer a machine (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    if letter.unsubscribe:
        message["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    return message


def deliverable(address: str) -> str:
    """Return ``address`` as mail servers take it: its domain in ASCII (RFC 5891).

    :raises ValueError: when it is not one address, or has more in it than that.
    """
    local, _, domain = address.rpartition("@")
    if not (local and domain) or _SMUGGLED.search(address):
        raise ValueError("This is not one address.")
    try:
        return f"{local}@{idna.encode(domain, uts46=True).decode()}"
    except idna.IDNAError as error:
        # [127.0.0.1] and localhost are no names of the world, and may be meant.
        if domain.isascii():
            return address
        raise ValueError("This domain does not exist.") from error


def keep(message: EmailMessage, folder: Path, name: str) -> None:
    """Write ``message`` into ``folder``, whole or not at all; only we can read it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    begun = folder / f".{name}.part"
    begun.touch(mode=0o600)
    begun.write_bytes(message.as_bytes())
    begun.replace(folder / f"{name}.eml")
