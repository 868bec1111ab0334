"""Connections that end where they may, and when their time is over."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from typing import Any

from urllib3 import HTTPConnectionPool, PoolManager
from urllib3 import HTTPSConnectionPool as BaseSecurePool
from urllib3.connection import HTTPConnection, HTTPSConnection

from app.lib.reach import Rule

#: Seconds that a connection may take.
STEP = 5


class TooNearError(Exception):
    """None of the numbers of a name may be connected to."""


@contextmanager
def lines_of_a_visit(may_reach: Rule, seconds: float) -> Iterator["Lines"]:
    """The connections of one visit, which end with it or when its time is over."""
    lines = Lines(may_reach)
    clock = Timer(seconds, lines.cut)
    clock.daemon = True
    clock.start()
    try:
        yield lines
    finally:
        clock.cancel()
        lines.cut()


class Lines:
    """The connections of one visit, each to a number that may be reached."""

    def __init__(self, may_reach: Rule) -> None:
        self.may_reach = may_reach
        self._open: list[socket.socket] = []
        self.is_cut = False

    def connect(self, host: str, port: int) -> socket.socket:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        numbers = dict.fromkeys(str(place[0]) for *_, place in found)
        allowed = [number for number in numbers if self.may_reach(number, port)]
        if not allowed:
            raise TooNearError("It is not on the open web.")
        for number in allowed[:-1]:
            try:
                return self._kept(socket.create_connection((number, port), STEP))
            except OSError:
                continue
        return self._kept(socket.create_connection((allowed[-1], port), STEP))

    def cut(self) -> None:
        """End them all, in the middle of whatever is said."""
        self.is_cut = True
        while self._open:
            line = self._open.pop()
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    def _kept(self, line: socket.socket) -> socket.socket:
        # TLS takes the socket over; its double still reaches the same connection.
        self._open.append(line.dup())
        if self.is_cut:
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


class Pools(PoolManager):
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
