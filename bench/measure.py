"""Measure every page of a filled site."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from bench import visits
from bench.api import api_pages
from bench.conversation import READERS
from bench.cpu import memory
from bench.load import Request, cpu_seconds, fetch, median_seconds, warm_up
from bench.pages import Page, all_pages
from bench.population import PASSWORD, READER
from bench.site import Site
from bench.statements import count_statements

_ROUNDS = 3
_HELLO = Request("/")


@dataclass(frozen=True)
class Result:
    """What one page costs at one size."""

    page: Page
    x: float
    p50: float
    statements: int
    size: int


def results(site: Site, only: str = "") -> Iterator[Result]:
    """Measure page after page; ``only`` those whose name begins so."""
    port = site.server.port
    warm_up(site.hello.port, _HELLO)
    for page in _pages(site):
        if not page.name.startswith(only):
            continue
        warm_up(port, page.request)
        result = Result(
            page=page,
            x=_in_hellos(site, page),
            p50=1000 * median_seconds(port, page.request),
            statements=count_statements(site.app, site.engine, page.request),
            size=len(fetch(port, page.request).body),
        )
        print(f"{page.name}: x {result.x:.1f}", file=sys.stderr)
        yield result


def heaviest_worker(site: Site) -> float:
    """What the largest of gunicorn's workers takes of memory by now, in megabytes."""
    return max(map(memory, site.server.workers())) / 1e6


def _in_hellos(site: Site, page: Page) -> float:
    """The cost of ``page`` between two runs of hello world; the median of three."""
    hellos, pages = [_hello(site)], []
    for _ in range(_ROUNDS):
        pages.append(cpu_seconds(site.server.port, page.request, site.processes))
        hellos.append(_hello(site))
    around = [(a + b) / 2 for a, b in pairwise(hellos)]
    return median(page / hello for page, hello in zip(pages, around, strict=True))


def _hello(site: Site) -> float:
    return cpu_seconds(site.hello.port, _HELLO, site.hello.workers)


def _pages(site: Site) -> list[Page]:
    port, names = site.server.port, (READER, *READERS)
    pages = all_pages(
        site.places,
        sessions={name: visits.sign_in(port, name, PASSWORD) for name in names},
        stylesheet=visits.stylesheet(port),
        etag=visits.etag(port, "/explore/"),
    )
    return pages + api_pages(site.places, visits.token(port, READER, PASSWORD))
