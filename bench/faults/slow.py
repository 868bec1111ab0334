"""``python -m bench.faults.slow``: 5,000 slow connections, and who comes meanwhile."""

import argparse
import signal
import statistics
import sys
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPException

from bench.cpu import memory
from bench.site import Site, filled_site
from tests.support.slow import Crowd

_ROUNDS, _VISITS = 6, 50
# Longer than the site gives a head to come, so that some of the crowd are given up.
_PAUSE = 4
_PATIENCE = 10


def main() -> None:
    """Open them, and tell how many of the others were served, and how soon."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", type=int, default=5_000)
    many = parser.parse_args().many
    print("| beside | served | p50 ms | longest ms | MB of both workers |")
    print("|---|--:|--:|--:|--:|")
    with filled_site("S", "") as site:
        _round(site, "nobody")
        began = time.monotonic()
        with Crowd(site.server.port, many):
            for _ in range(_ROUNDS):
                _round(site, f"{many:,}, after {time.monotonic() - began:.0f} s")
                time.sleep(_PAUSE)
        _round(site, "nobody again")


def _round(site: Site, beside: str) -> None:
    waits = [_visit(site.server.port) for _ in range(_VISITS)]
    served = [wait for wait in waits if wait is not None]
    p50, longest = statistics.median(served or [0]), max(served or [0])
    megabytes = sum(map(memory, site.server.workers())) / 1e6
    shown = f"{len(served)} of {_VISITS} | {p50:.0f} | {longest:.0f} | {megabytes:.0f}"
    print(f"| {beside} | {shown} |", flush=True)


def _visit(port: int) -> float | None:
    """Milliseconds until the page of a visitor is there; None if it never is."""
    began = time.perf_counter()
    with closing(HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)) as connection:
        try:
            connection.request("GET", "/explore/")
            is_served = connection.getresponse().read() != b""
        except (OSError, HTTPException):
            is_served = False
    return 1000 * (time.perf_counter() - began) if is_served else None


if __name__ == "__main__":
    main()
