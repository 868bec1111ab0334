"""What Prometheus is told: counted as it happens, or looked up when it asks.

Labels are names of ours (views, kinds, methods), never what somebody typed: there are
as many of them as the code has, and they say nothing of who reads what.
"""

from __future__ import annotations

import tempfile
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zlib import crc32

from flask import Flask, current_app
from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString

from app.lib.shared_numbers import Number, SharedNumbers, number
from app.web.at_hand import Work
from app.web.gauges import gauges

#: Seconds: from a page that is kept to one that nobody waits for.
BUCKETS: Final = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30)
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
#: Where somebody may be refused who wants to sign in.
_DOORS: Final = {
    "auth.create": "password",
    "second_steps.create": "second step",
    "passkey_sign_ins.create": "passkey",
}
# Memory, where there is some: a disk would be written to for every page.
_MEMORY: Final = Path("/dev/shm")  # noqa: S108
STATEMENTS = number("counter", "inklings_statements", "_total", "Statements sent")
IN_DATABASE = number(
    "counter", "inklings_statement_seconds", "_total", "Time that they took"
)


def init_app(app: Flask) -> None:
    """Count, where somebody may ask."""
    if app.config["METRICS_TOKEN"]:
        app.extensions["metrics"] = metrics = Metrics(app)
        app.extensions["watch"].listeners.append(metrics.hear)


def delivered(kind: str, outcome: str) -> None:
    """Count a try of the worker: delivered, refused or postponed."""
    if metrics := current_app.extensions.get("metrics"):
        told = "Tries of the worker"
        labels = {"kind": kind, "outcome": outcome}
        name = number("counter", "inklings_deliveries", "_total", told, **labels)
        metrics.numbers.add((name, 1))


class Metrics(Collector):
    """The numbers of one site on this machine."""

    def __init__(self, app: Flask) -> None:
        parent = _MEMORY if _MEMORY.is_dir() else Path(tempfile.gettempdir())
        name = f"inklings-{crc32(app.instance_path.encode()):08x}"
        self.numbers = SharedNumbers(parent / name)
        self._app = app
        self._known: dict[tuple[str, str, int], Request] = {}

    def hear(self, work: Work) -> None:
        """Count a request; it costs some microseconds (decision 0039)."""
        method = work.method if work.method in _METHODS else "other"
        key = work.endpoint, method, work.status
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = Request(*key)
        seconds = work.seconds
        amounts = [*known.counts, (known.seconds, seconds)]
        amounts.append((known.buckets[bisect_left(BUCKETS, seconds)], 1.0))
        if work.statements:
            amounts.append((STATEMENTS, work.statements))
            amounts.append((IN_DATABASE, work.in_database))
        self.numbers.add(*amounts)

    def exposition(self) -> bytes:
        """All of it, in the text format of Prometheus."""
        registry = CollectorRegistry(auto_describe=False)
        registry.register(self)
        return generate_latest(registry)

    def describe(self) -> list[Metric]:
        """Nothing: what there is is known when it is asked for."""
        return []

    def collect(self) -> Iterator[Metric]:
        yield from self.numbers.collect()
        yield from gauges(self._app)
        yield self._memory()

    def _memory(self) -> Metric:
        told = "Memory of each process that counts"
        memory = GaugeMetricFamily(
            "inklings_resident_memory_bytes", told, labels=["process"]
        )
        for place, pid in self.numbers.processes().items():
            status = Path(f"/proc/{pid}/status")
            lines = status.read_text().splitlines() if status.exists() else []
            for line in lines:
                if line.startswith("VmRSS:"):
                    memory.add_metric([place], int(line.split()[1]) * 1024)
        return memory


class Request:
    """What is counted of a request to one view that is answered in one way."""

    def __init__(self, endpoint: str, method: str, status: int) -> None:
        labels = {
            "endpoint": endpoint,
            "method": method,
            "status": f"{status // 100}xx" if status else "5xx",
        }
        told = "Requests by view, method and kind of answer"
        counted = number("counter", "inklings_requests", "_total", told, **labels)
        self.counts = [(counted, 1.0), *_refusals(endpoint, status)]
        name, told = "inklings_request_seconds", "Time until the answer begins"
        self.seconds = number("histogram", name, "_sum", told, endpoint=endpoint)
        self.buckets: list[Number] = [
            number("histogram", name, "_bucket", told, endpoint=endpoint, le=le)
            for le in (*map(floatToGoString, BUCKETS), "+Inf")
        ]


def _refusals(endpoint: str, status: int) -> Iterator[tuple[Number, float]]:
    if status == 429:
        told = "Requests refused by a limit"
        hit = number(
            "counter", "inklings_limits_hit", "_total", told, endpoint=endpoint
        )
        yield hit, 1.0
    if status == 422 and (door := _DOORS.get(endpoint)):
        told = "Refused attempts to sign in"
        yield (
            number("counter", "inklings_sign_in_failures", "_total", told, way=door),
            1.0,
        )
