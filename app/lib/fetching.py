"""Asking machines of somebody else's, without being led where nobody should look.

A member can make the site ask any address, or tell it something. So what counts is not
what an address says but what a connection is made to: a name is looked up once, each of
its numbers is checked, and the connection goes to a number that passed (OWASP:
server-side request forgery). A clock ends the whole, whatever the other side does in
small pieces.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError, SSLError
from urllib3.exceptions import TimeoutError as StepTimeoutError

from app.lib.addresses import is_web_address
from app.lib.lines import STEP, Pools, TooNearError, lines_of_a_visit
from app.lib.reach import Rule, is_public

#: Seconds for all of it: a connection and each piece of an answer may take ``STEP``.
ALTOGETHER = 10
MOST_BYTES, MOST_OF_AN_ANSWER = 512 * 1024, 1024
MOST_REDIRECTS = 3
# What pages are written in. Python knows more, and one, punycode, takes minutes.
_CHARSETS = re.compile(
    r"utf-?(8|16|16[bl]e)|(us-)?ascii|iso-?8859-\d+|latin-?1|windows-1?\d{3}|cp125\d"
    r"|koi8-[ru]|macintosh|shift[_-]jis|euc-(jp|kr)|iso-2022-jp|gb(2312|k|18030)|big5"
    r"(-hkscs)?|tis-620",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
#: Why nobody has answered: it is in a network that is not for us, not where it should
#: be, shows no certificate of its own, or takes too long.
SILENCES = NEAR, AWAY, UNPROVED, LATE = "near", "away", "unproved", "late"


class Unreadable(Exception):
    """The page cannot or must not be read; the message says why."""


class Unheard(Exception):
    """Nobody has answered; the message is one of :data:`SILENCES`."""


@dataclass(frozen=True)
class Answer:
    """What a machine said to what it was told: its status, and how that begins."""

    status: int
    words: bytes


def page_at(address: str, *, agent: str, may_reach: Rule = is_public) -> str:
    """Return the HTML at ``address``, at most the first 512 KiB of it.

    :param agent: what to say who is asking.
    :param may_reach: which numbers and ports may be connected to.
    :raises Unreadable: when there is no such page, or it leads where it must not.
    """
    headers = {"User-Agent": agent, "Accept": "text/html", "Accept-Encoding": "gzip"}
    visit = lines_of_a_visit(may_reach, ALTOGETHER)
    try:
        with visit as lines, Pools(headers=headers, lines=lines) as pools:
            return _read(pools, address)
    except TooNearError as error:
        raise Unreadable(str(error)) from error
    except (HTTPError, OSError, ValueError) as error:
        raise Unreadable(type(error).__name__) from error


def post(
    address: str, body: bytes, headers: Mapping[str, str], may_reach: Rule = is_public
) -> Answer:
    """Tell ``address`` something; whatever it answers, nothing is asked elsewhere.

    Of the answer the first KiB is read, as it was sent.

    :param may_reach: which numbers and ports may be connected to.
    :raises Unheard: when there is no answer, or it leads where it must not.
    """
    if not is_web_address(address):
        raise Unheard(AWAY)
    visit = lines_of_a_visit(may_reach, ALTOGETHER)
    with visit as lines, Pools(headers=headers, lines=lines) as pools:
        try:
            answer = _asked(pools, "POST", address, body=body)
            return Answer(answer.status, _beginning(answer))
        except TooNearError as error:
            raise Unheard(NEAR) from error
        except (HTTPError, OSError, ValueError) as error:
            raise Unheard(LATE if lines.is_cut else _silence(error)) from error


def _beginning(answer: BaseHTTPResponse) -> bytes:
    """The first of the body, also of one that breaks off: the status counts."""
    said = bytearray()
    with suppress(HTTPError, OSError):
        for piece in _pieces(answer, MOST_OF_AN_ANSWER, as_sent=True):
            said += piece
    return bytes(said)


def _silence(error: Exception) -> str:
    if isinstance(error, StepTimeoutError | TimeoutError):
        return LATE
    return UNPROVED if isinstance(error, SSLError) else AWAY


def _asked(
    pools: PoolManager, method: str, address: str, **more: Any
) -> BaseHTTPResponse:
    return pools.request(
        method,
        address,
        redirect=False,
        retries=False,
        preload_content=False,
        timeout=Timeout(connect=STEP, read=STEP),
        **more,
    )


def _read(pools: PoolManager, address: str) -> str:
    """The page at ``address``, or where that leads to."""
    for _ in range(MOST_REDIRECTS + 1):
        if not is_web_address(address):
            raise Unreadable("It is no address of the web.")
        answer = _asked(pools, "GET", address)
        if not answer.get_redirect_location():
            return _html(answer)
        address = urljoin(address, answer.headers["Location"])
    raise Unreadable("It leads from one address to the next.")


def _html(answer: BaseHTTPResponse) -> str:
    kind = answer.headers.get("Content-Type", "")
    if answer.status != 200 or not kind.lower().startswith("text/html"):
        raise Unreadable(f"It answers {answer.status} with {kind or 'no type'}.")
    body = b"".join(_pieces(answer, MOST_BYTES))
    named = _CHARSET.search(kind) or _CHARSET.search(body[:1024].decode("latin-1"))
    charset = named[1] if named and _CHARSETS.fullmatch(named[1]) else "utf-8"
    try:
        return body.decode(charset, errors="replace")
    except LookupError:
        return body.decode(errors="replace")


def _pieces(
    answer: BaseHTTPResponse, left: int, as_sent: bool = False
) -> Iterator[bytes]:
    """The body until it is over or too long; ``as_sent`` is what nobody unpacks."""
    while left > 0 and (piece := answer.read1(min(left, 16_384), not as_sent)):
        left -= len(piece)
        yield piece
