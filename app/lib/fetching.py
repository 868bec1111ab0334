"""Reading a page of somebody else's, without being led where nobody should look.

A member can make the site ask for any address. So what counts is not what an address
says but what a connection is made to: a name is looked up once, each of its numbers is
checked, and the connection goes to a number that passed (OWASP: server-side request
forgery). A clock ends the whole, whatever the other side does in small pieces.
"""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from threading import Timer
from typing import Any
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, PoolManager, Timeout
from urllib3 import HTTPSConnectionPool as BaseSecurePool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from app.lib.addresses import is_web_address

#: Seconds for a connection and for each piece of the answer; seconds for all of it.
STEP, ALTOGETHER = 5, 10
MOST_BYTES = 512 * 1024
MOST_REDIRECTS = 3
PORTS = frozenset({80, 443})
# All that is given out of IPv6: what lies elsewhere is near, or hides a number of IPv4.
_GIVEN_OUT = IPv6Network("2000::/3")
# Python takes them for public: 6to4 hides numbers too, and some clouds tell secrets in
# what is kept for the services of a network.
_NEAR = (IPv6Network("2002::/16"), IPv4Network("192.0.0.0/24"))
# What pages are written in. Python knows more, and one, punycode, takes minutes.
_CHARSETS = re.compile(
    r"utf-?(8|16|16[bl]e)|(us-)?ascii|iso-?8859-\d+|latin-?1|windows-1?\d{3}|cp125\d"
    r"|koi8-[ru]|macintosh|shift[_-]jis|euc-(jp|kr)|iso-2022-jp|gb(2312|k|18030)|big5"
    r"(-hkscs)?|tis-620",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
Rule = Callable[[str, int], bool]


class Unreadable(Exception):
    """The page cannot or must not be read; the message says why."""


def is_public(number: str, port: int) -> bool:
    """Whether ``number`` is the address of a machine on the open web, at a web port."""
    address = ip_address(number.partition("%")[0])
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if isinstance(address, IPv6Address) and address not in _GIVEN_OUT:
        return False
    if any(address in network for network in _NEAR):
        return False
    return address.is_global and not address.is_multicast and port in PORTS


def page_at(address: str, *, agent: str, may_reach: Rule = is_public) -> str:
    """Return the HTML at ``address``, at most the first 512 KiB of it.

    :param agent: what to say who is asking.
    :param may_reach: which numbers and ports may be connected to.
    :raises Unreadable: when there is no such page, or it leads where it must not.
    """
    headers = {"User-Agent": agent, "Accept": "text/html", "Accept-Encoding": "gzip"}
    lines = Lines(may_reach)
    clock = Timer(ALTOGETHER, lines.cut)
    clock.daemon = True
    clock.start()
    try:
        with _Pools(headers=headers, lines=lines) as pools:
            return _read(pools, address)
    except (HTTPError, OSError, ValueError) as error:
        raise Unreadable(type(error).__name__) from error
    finally:
        clock.cancel()
        lines.cut()


def _read(pools: PoolManager, address: str) -> str:
    """The page at ``address``, or where that leads to."""
    for _ in range(MOST_REDIRECTS + 1):
        if not is_web_address(address):
            raise Unreadable("It is no address of the web.")
        answer = pools.request(
            "GET",
            address,
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=Timeout(connect=STEP, read=STEP),
        )
        if not answer.get_redirect_location():
            return _html(answer)
        address = urljoin(address, answer.headers["Location"])
    raise Unreadable("It leads from one address to the next.")


def _html(answer: BaseHTTPResponse) -> str:
    kind = answer.headers.get("Content-Type", "")
    if answer.status != 200 or not kind.lower().startswith("text/html"):
        raise Unreadable(f"It answers {answer.status} with {kind or 'no type'}.")
    body = b"".join(_pieces(answer))
    named = _CHARSET.search(kind) or _CHARSET.search(body[:1024].decode("latin-1"))
    charset = named[1] if named and _CHARSETS.fullmatch(named[1]) else "utf-8"
    try:
        return body.decode(charset, errors="replace")
    except LookupError:
        return body.decode(errors="replace")


def _pieces(answer: BaseHTTPResponse) -> Iterator[bytes]:
    """The body until it is over or too long."""
    left = MOST_BYTES
    while left > 0 and (piece := answer.read1(min(left, 16_384))):
        left -= len(piece)
        yield piece


class Lines:
    """The connections of one visit, each to a number that may be reached."""

    def __init__(self, may_reach: Rule) -> None:
        self.may_reach = may_reach
        self._open: list[socket.socket] = []
        self._is_cut = False

    def connect(self, host: str, port: int) -> socket.socket:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        numbers = dict.fromkeys(str(place[0]) for *_, place in found)
        allowed = [number for number in numbers if self.may_reach(number, port)]
        if not allowed:
            raise Unreadable("It is not on the open web.")
        for number in allowed[:-1]:
            try:
                return self._kept(socket.create_connection((number, port), STEP))
            except OSError:
                continue
        return self._kept(socket.create_connection((allowed[-1], port), STEP))

    def cut(self) -> None:
        """End them all, in the middle of whatever is said."""
        self._is_cut = True
        while self._open:
            line = self._open.pop()
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    def _kept(self, line: socket.socket) -> socket.socket:
        # TLS takes the socket over; its double still reaches the same connection.
        self._open.append(line.dup())
        if self._is_cut:
            self.cut()
        return line


class _Guarded:
    """The part of a connection that looks where it goes."""

    host: str
    port: int

    def __init__(self, *args: Any, lines: Lines, **options: Any) -> None:
        super().__init__(*args, **options)
        self.lines = lines

    def _new_conn(self) -> socket.socket:
        return self.lines.connect(self.host.strip("[]"), self.port)


class _PlainConnection(_Guarded, HTTPConnection):
    pass


class _SecureConnection(_Guarded, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SecurePool(BaseSecurePool):
    ConnectionCls = _SecureConnection


class _Pools(PoolManager):
    """Connections that are guarded, and none that a proxy makes for us."""

    def __init__(self, *, lines: Lines, **options: Any) -> None:
        super().__init__(**options)
        self.lines = lines
        self.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}

    def _new_pool(
        self, scheme: str, host: str, port: int, request_context: Any = None
    ) -> HTTPConnectionPool:
        pool = super()._new_pool(scheme, host, port, request_context)
        pool.conn_kw["lines"] = self.lines
        return pool
