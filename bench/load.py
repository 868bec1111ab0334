"""Readers who ask for one page again and again, over connections that stay open."""

import statistics
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage

from bench.cpu import Meter

READERS = 4
# Enough for the kernel's clock, which ticks every 10 ms; and never without an end.
ENOUGH_CPU, MOST_REQUESTS, MOST_SECONDS = 0.6, 2_000, 10.0
SINGLE = 100


@dataclass(frozen=True)
class Request:
    """What a reader asks for, and the status that must come back."""

    path: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = "GET"
    body: str | None = None


@dataclass(frozen=True)
class Answer:
    headers: HTTPMessage
    body: bytes


class Reader:
    """One connection, kept alive, to a server on this machine."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=30)

    def get(self, request: Request) -> Answer:
        """Ask for a page, or for whatever the request is."""
        return self.send(request.method, request, request.body)

    def send(self, method: str, request: Request, body: str | None = None) -> Answer:
        """:raises RuntimeError: when another status comes back than expected."""
        headers = {"Accept-Language": "en", **request.headers}
        self._connection.request(method, request.path, body, headers)
        response = self._connection.getresponse()
        answer = Answer(response.headers, response.read())
        if response.status != request.status:
            raise RuntimeError(f"{request.path} answered {response.status}")
        return answer

    def close(self) -> None:
        self._connection.close()


def fetch(port: int, request: Request) -> Answer:
    """One answer over a connection of its own."""
    reader = Reader(port)
    try:
        return reader.get(request)
    finally:
        reader.close()


def median_seconds(port: int, request: Request) -> float:
    """How long a single reader waits, half of the time at most."""
    reader = Reader(port)
    waits = []
    for _ in range(SINGLE):
        began = time.perf_counter()
        reader.get(request)
        waits.append(time.perf_counter() - began)
    reader.close()
    return statistics.median(waits)


def warm_up(port: int, request: Request) -> None:
    """Ask until every worker has its caches and connections."""
    _crowd(port, request, lambda asked: asked < 20 * READERS)


def cpu_seconds(
    port: int, request: Request, processes: Callable[[], Iterable[int]]
) -> float:
    """The CPU time that one ``request`` costs ``processes``, averaged over many."""
    meter = Meter(processes)
    asked = _crowd(
        port,
        request,
        lambda asked: asked < MOST_REQUESTS and meter.seconds() < ENOUGH_CPU,
    )
    return meter.seconds() / asked


def _crowd(port: int, request: Request, wants_more: Callable[[int], bool]) -> int:
    """Let several readers ask until it is enough; how many times they did."""
    counts, over = [0] * READERS, threading.Event()
    deadline = time.monotonic() + MOST_SECONDS

    def read(place: int) -> None:
        reader = Reader(port)
        try:
            while not over.is_set() and time.monotonic() < deadline:
                reader.get(request)
                counts[place] += 1
        finally:
            reader.close()
            over.set()

    with ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(read, place) for place in range(READERS)]
        try:
            while not over.wait(0.02) and wants_more(sum(counts)):
                pass
        finally:
            over.set()
    for done in readers:
        done.result()
    return sum(counts)
