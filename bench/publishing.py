"""What a publish costs its author: one whom everybody follows, and one of nobody."""

import time
from collections.abc import Mapping
from statistics import median
from urllib.parse import urlencode

from bench import visits
from bench.conversation import POPULAR, UNKNOWN
from bench.load import Reader, Request
from bench.population import PASSWORD
from bench.site import Site

# Both publish from one network, which may do so sixty times a minute.
_ROUNDS = 25


def in_turns(site: Site) -> str:
    """Publish notes in turns; how long each of the two waited, half of the time."""
    port, both = site.server.port, (POPULAR, UNKNOWN)
    sessions = {name: visits.sign_in(port, name, PASSWORD) for name in both}
    waits: dict[str, list[float]] = {name: [] for name in both}
    for _ in range(_ROUNDS):
        for name, session in sessions.items():
            waits[name].append(_publish(port, session))
    popular, unknown = (1000 * median(waits[name]) for name in both)
    ratio = popular / unknown
    return f"{popular:.1f} ms and {unknown:.1f} ms, ratio {ratio:.2f} (≤ 2)"


def _publish(port: int, session: Mapping[str, str]) -> float:
    """Seconds until the answer to a note that is published."""
    reader = Reader(port)
    fields = visits.hidden_fields(reader.get(Request("/", headers=session)).body)
    words = {"body": "The tide came twice.", "visibility": "public", "do": "publish"}
    form = urlencode({**fields, **words})
    sent = {**session, "Content-Type": visits.FORM}
    began = time.perf_counter()
    reader.send("POST", Request("/posts", 303, sent), form)
    wait = time.perf_counter() - began
    reader.close()
    return wait
