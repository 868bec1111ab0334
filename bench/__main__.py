"""``python -m bench``: fill a site, serve it, measure it, clean up."""

import argparse
import signal
import sys

from bench.measure import Result, heaviest_worker, results
from bench.population import SIZES
from bench.publishing import in_turns
from bench.report import machine, missed, table
from bench.site import filled_site


def main() -> None:
    """Measure the sizes that were asked for, and print what came out."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    asked = _arguments()
    found: dict[str, list[Result]] = {}
    published: list[str] = []
    described = ""
    for size in asked.size:
        print(f"--- size {size}: {SIZES[size][1]:,} posts", file=sys.stderr)
        with filled_site(size, asked.database) as site:
            found[size] = list(results(site, asked.only))
            published.append(f"Publishing at {size}: {in_turns(site)}.")
            published.append(
                f"A worker after all of it at {size}: {heaviest_worker(site):.0f} MB."
            )
            described = site.database.description
    print(f"{machine(described)}\n\n{table(found, asked.markdown)}\n")
    print("\n".join(published))
    print("Targets missed:", "; ".join(missed(found)) or "none", end=".\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    add = parser.add_argument
    add("--size", type=_sizes, default=_sizes("S,M"), help="S, M, L, or S,M (default)")
    add("--database", default="", help="postgresql://user@127.0.0.1/; else SQLite")
    add("--only", default="", help="pages whose name begins so, as in API")
    add("--markdown", action="store_true", help="print a Markdown table")
    return parser.parse_args()


def _sizes(text: str) -> list[str]:
    sizes = text.split(",")
    if unknown := set(sizes) - set(SIZES):
        raise argparse.ArgumentTypeError(
            f"{unknown.pop()} is none of {', '.join(SIZES)}"
        )
    return sizes


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
