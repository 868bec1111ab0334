"""``python -m bench.rendering``: what a text costs to render, of many kinds."""

import argparse
import gc
import time
import tracemalloc

from app.lib.markdown import Rendered, render
from bench.shapes import SHAPES

WARM_UP = "$x$ www.example.org\n\n```python\nx\n```"


def main() -> None:
    """Print, slowest first, the time and the memory of a text of each kind."""
    asked = _arguments()
    render(WARM_UP)
    gc.collect()
    gc.freeze()  # as gunicorn.conf.py does
    rows = [(*measured(shape(asked.size)), kind) for kind, shape in SHAPES.items()]
    print("| kind of text | ms | MB | shown |\n|---|--:|--:|---|")
    for ms, megabytes, rendered, kind in sorted(rows, key=lambda row: -row[0])[
        : asked.rows
    ]:
        shown = "as written" if rendered.is_as_written else ""
        print(f"| {kind} | {ms:.0f} | {megabytes:.0f} | {shown} |")


def measured(source: str) -> tuple[float, float, Rendered]:
    """The best of four times on the processor, and the peak of a run of its own."""
    times = []
    for _ in range(4):
        start = time.process_time()
        rendered = render(source)
        times.append(time.process_time() - start)
    tracemalloc.start()
    render(source)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return min(times) * 1000, peak / 1e6, rendered


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.rendering")
    parser.add_argument("--size", type=int, default=100_000, help="characters a text")
    parser.add_argument("--rows", type=int, default=20, help="kinds to print")
    return parser.parse_args()


if __name__ == "__main__":
    main()
