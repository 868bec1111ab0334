"""``python -m bench.worker_models``: one site behind each kind of workers."""

import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

from bench import visits
from bench.cpu import memory
from bench.load import Reader, Request, cpu_seconds, warm_up
from bench.population import PASSWORD, READER
from bench.servers import Server, serve
from bench.site import Site, filled_site
from tests.support.slow import Crowd

OURS = "serving.worker.PatientWorker"
#: The kind of workers, how many, and how many threads in each.
MODELS = (
    ("sync", 2, 1),
    ("gthread", 2, 4),
    ("gthread", 2, 8),
    ("gthread", 4, 2),
    (OURS, 2, 2),
    (OURS, 2, 4),
    (OURS, 2, 8),
    (OURS, 4, 2),
)
_READERS, _EACH = 8, 40
_SLOW = 200
_PATIENCE = 5


def main() -> None:
    """Measure one after the other, and print a table."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    print("| workers | kept ms | drawn ms | p50 | p99 | beside 200 slow, p99 | MB |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    with filled_site("S", "") as site, tempfile.TemporaryDirectory() as folder:
        for kind, workers, threads in MODELS:
            options = ("--worker-class", kind, "--workers", str(workers))
            options = (*options, "--threads", str(threads), "--max-requests", "0")
            log = Path(folder, "log.txt")
            with serve("bench.unlimited:app", site.settings, log, options) as server:
                name = "ours" if kind == OURS else kind
                shown = " | ".join(_measured(site, server))
                print(f"| {name}, {workers} × {threads} | {shown} |", flush=True)


def _measured(site: Site, server: Server) -> Iterator[str]:
    kept = Request("/explore/")
    session = visits.sign_in(server.port, READER, PASSWORD)
    drawn = Request("/explore/", headers=session)
    for request in (kept, drawn):
        warm_up(server.port, request)
        yield f"{1000 * cpu_seconds(server.port, request, server.workers):.2f}"
    waits = _waits(server.port, drawn)
    yield f"{statistics.median(waits):.0f}"
    yield f"{_p99(waits):.0f}"
    yield _beside_slow_ones(server.port)
    yield f"{sum(map(memory, server.workers())) / 1e6:.0f}"


def _waits(port: int, request: Request) -> list[float]:
    """Milliseconds that each of several readers at once waits for a page."""

    def read(_place: int) -> list[float]:
        reader, waits = Reader(port), []
        for _ in range(_EACH):
            began = time.perf_counter()
            reader.get(request)
            waits.append(1000 * (time.perf_counter() - began))
        reader.close()
        return waits

    with ThreadPoolExecutor(_READERS) as pool:
        return [wait for waits in pool.map(read, range(_READERS)) for wait in waits]


def _beside_slow_ones(port: int) -> str:
    """How long it takes who comes next, or that nobody is served any more."""
    with Crowd(port, _SLOW, ("heads", "bodies", "readers")):
        try:
            return f"{_p99([_visit(port) for _ in range(20)]):.0f}"
        except OSError:
            return "nobody is served"


def _visit(port: int) -> float:
    began = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    with closing(connection):
        connection.request("GET", "/explore/")
        connection.getresponse().read()
    return 1000 * (time.perf_counter() - began)


def _p99(waits: list[float]) -> float:
    return sorted(waits)[int(0.99 * (len(waits) - 1))]


if __name__ == "__main__":
    sys.exit(main())
