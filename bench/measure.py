"""Measure every page of a filled site."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from bench import visits
from bench.load import Reader, Request, cpu_seconds, median_seconds
from bench.pages import Page, all_pages
from bench.population import PASSWORD, READER
from bench.site import Site
from bench.statements import count_statements


@dataclass(frozen=True)
class Result:
    """What one page costs at one size."""

    page: Page
    x: float
    p50: float
    statements: int
    size: int


def results(site: Site) -> Iterator[Result]:
    """Measure page after page, each between two runs of hello world."""
    before = _hello(site)
    for page in _pages(site):
        cost = cpu_seconds(site.server.port, page.request, site.processes)
        after = _hello(site)
        result = Result(
            page=page,
            x=cost / ((before + after) / 2),
            p50=1000 * median_seconds(site.server.port, page.request),
            statements=count_statements(site.app, site.engine, page.request),
            size=len(Reader(site.server.port).get(page.request).body),
        )
        hello = f"(hello {before * 1e6:.0f} and {after * 1e6:.0f} µs)"
        print(f"{page.name}: {cost * 1e6:.0f} µs {hello}", file=sys.stderr)
        before = after
        yield result


def _hello(site: Site) -> float:
    return cpu_seconds(site.hello.port, Request("/"), site.hello.workers)


def _pages(site: Site) -> list[Page]:
    port = site.server.port
    return all_pages(
        site.places,
        session=visits.sign_in(port, READER, PASSWORD),
        stylesheet=visits.stylesheet(port),
        etag=visits.etag(port, "/explore/"),
    )
