"""The table, and which targets it misses."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence

from bench.measure import Result

# How much more a page may cost at the largest of the sizes than at the smallest.
MOST_GROWTH = {"S": 1.0, "M": 1.3, "L": 1.5}
Results = Mapping[str, Sequence[Result]]


def machine(database: str) -> str:
    """Where the numbers come from: without it they say little."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores, {python}, {database}"


def table(results: Results, markdown: bool) -> str:
    """A row for each page; sizes side by side."""
    rows = [_header(results), *map(_row, zip(*results.values(), strict=True))]
    return _as_markdown(rows) if markdown else _as_text(rows)


def missed(results: Results) -> list[str]:
    """The targets that were missed, in words."""
    found: list[str] = []
    for size, pages in results.items():
        for result in pages:
            found += _missed(size, result)
    most = MOST_GROWTH[list(results)[-1]]
    for sizes in zip(*results.values(), strict=True):
        found += _outgrown(sizes, most)
    return found


def _outgrown(sizes: Sequence[Result], most: float) -> Iterator[str]:
    growth = sizes[-1].x / sizes[0].x
    if growth > most:
        yield f"{sizes[0].page.name} grows {growth:.2f} (≤ {most})"


def _missed(size: str, result: Result) -> Iterator[str]:
    page, where = result.page, f"{result.page.name} at {size}"
    if page.most_x is not None and result.x > page.most_x:
        yield f"{where}: x {result.x:.1f} (≤ {page.most_x:g})"
    if page.most_statements is not None and result.statements > page.most_statements:
        yield f"{where}: {result.statements} statements (≤ {page.most_statements})"


def _header(results: Results) -> list[str]:
    many = len(results) > 1
    growth = ["/".join(reversed(results))] if many else []
    return [
        "page",
        *(f"x {size}" for size in results),
        *growth,
        *(f"p50 ms {size}" for size in results),
        "statements",
        "bytes",
    ]


def _row(sizes: Sequence[Result]) -> list[str]:
    first, last = sizes[0], sizes[-1]
    growth = [f"{last.x / first.x:.2f}"] if len(sizes) > 1 else []
    return [
        first.page.name,
        *(f"{result.x:.1f}" for result in sizes),
        *growth,
        *(f"{result.p50:.1f}" for result in sizes),
        "/".join(dict.fromkeys(str(result.statements) for result in sizes)),
        f"{last.size:,}",
    ]


def _as_text(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _as_markdown(rows: Sequence[Sequence[str]]) -> str:
    header, *body = (f"| {' | '.join(row)} |" for row in rows)
    line = "|".join(["", "---", *["--:"] * (len(rows[0]) - 1), ""])
    return "\n".join([header, line, *body])
