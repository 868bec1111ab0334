"""How a message gets to a mail server, and what the server makes of it."""

import re
import smtplib
import ssl
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from app.lib.addresses import is_loopback

#: Seconds that each step of a conversation with a mail server may take.
PATIENCE = 20
_ADDRESS = re.compile(r"<?[^\s<>]+@[^\s<>]+>?")


class Unreachable(Exception):
    """It did not work this time; the message says what was tried."""


class Refused(Exception):
    """It will never work; the message says why."""


def send(message: EmailMessage, url: str) -> None:
    """Hand ``message`` to the mail server at ``url``, as in ``smtp://me:pw@host:587``.

    Without TLS nothing goes to another machine with a password; certificates are
    checked, but for this machine's own server, which has no name to show.

    :raises Unreachable: when it may work later: no answer, "4xx", a wrong password.
    :raises Refused: when the server wants neither this letter nor its reader ("5xx").
    """
    try:
        server = _opened(url)
    except (smtplib.SMTPException, OSError) as error:
        raise Unreachable(_without_addresses(error)) from error
    try:
        _hand_over(message, server)
    finally:
        _leave(server)


def knock(url: str) -> None:
    """Sign in to the mail server at ``url`` and leave again; nothing is sent.

    :raises Unreachable: when it does not let us in; the message says what was tried.
    """
    try:
        _leave(_opened(url))
    except (smtplib.SMTPException, OSError) as error:
        raise Unreachable(_without_addresses(error)) from error


def _hand_over(message: EmailMessage, server: smtplib.SMTP) -> None:
    sender, to = (message[name].addresses[0].addr_spec for name in ("From", "To"))
    try:
        server.send_message(message, sender, [to])
    except smtplib.SMTPRecipientsRefused as error:
        raise _verdict(*error.recipients[to]) from error
    except smtplib.SMTPDataError as error:
        raise _verdict(error.smtp_code, error.smtp_error) from error
    except smtplib.SMTPNotSupportedError as error:
        raise Refused("The mail server does not know addresses like this.") from error
    # Also a sender that is refused: what has to change is a setting, not the letter.
    except (smtplib.SMTPException, OSError) as error:
        raise Unreachable(_without_addresses(error)) from error


def _verdict(code: int, words: bytes | str) -> Exception:
    said = words.decode(errors="replace") if isinstance(words, bytes) else words
    kind = Refused if code >= 500 else Unreachable
    return kind(_without_addresses(f"{code} {said}"))


def _without_addresses(error: object) -> str:
    """What a server said, on a line, without whom it was about."""
    return _ADDRESS.sub("…", " ".join(str(error).split())) or type(error).__name__


def _leave(server: smtplib.SMTP) -> None:
    """The letter has been taken or not: how the server says goodbye is no matter."""
    try:
        server.quit()
    except (smtplib.SMTPException, OSError):
        server.close()


def _opened(url: str) -> smtplib.SMTP:
    """A connection to the server at ``url`` that a letter can be sent through."""
    office = urlsplit(url)
    host, user = office.hostname or "", unquote(office.username or "")
    context = _context(host)
    if office.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, office.port or 465, timeout=PATIENCE, context=context
        )
    else:
        port = office.port or (587 if user else 25)
        server = smtplib.SMTP(host, port, timeout=PATIENCE)
    try:
        _get_in(server, user, unquote(office.password or ""), context)
    except BaseException:
        server.close()
        raise
    return server


def _get_in(
    server: smtplib.SMTP, user: str, password: str, context: ssl.SSLContext
) -> None:
    server.ehlo_or_helo_if_needed()
    is_private = isinstance(server, smtplib.SMTP_SSL)
    if not is_private and server.has_extn("starttls"):
        server.starttls(context=context)
        is_private = True
    if user:
        if not is_private and context.check_hostname:
            raise smtplib.SMTPException("No password is sent without TLS.")
        server.login(user, password)


def _context(host: str) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if is_loopback(host):
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
