"""Several people at once, who go on whatever happens to the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from random import Random
from threading import Event, Thread
from time import monotonic

from tests.support.faults.deeds import Deed, deeds_of, newcomers
from tests.support.faults.people import Unanswered, Visitor
from tests.support.faults.town import Neighbour
from tests.support.waiting import wait_until

#: Seconds between two things that somebody does, and before they press again.
PACE, PAUSE = 0.15, 0.3


class Load:
    """What everybody did, and what the site said to it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.deeds: list[Deed] = []
        #: When each of them was acknowledged, by a clock that only goes on.
        self.moments: list[float] = [monotonic()]
        # Over: nobody begins anything; given up: nobody presses once more.
        self._over, self._given_up = Event(), Event()

    def acknowledged(self) -> list[Deed]:
        return [deed for deed in list(self.deeds) if deed.is_acknowledged]

    def longest_wait(self) -> float:
        """For how many seconds at most nothing at all was acknowledged."""
        return max((b - a for a, b in pairwise(sorted(self.moments))), default=0.0)

    def moves_on(self, by: int, within: float = 90) -> bool:
        """Whether so many more things are acknowledged in so many seconds."""
        enough = len(self.acknowledged()) + by
        return wait_until(lambda: len(self.acknowledged()) >= enough, within)

    def live(self, neighbour: Neighbour) -> None:
        visitor = neighbour.visitor
        self._until_answered(lambda: visitor.visit("/").status == 200)
        for deed in deeds_of(neighbour, Random(neighbour.handle)):
            if self._over.wait(PACE):
                return
            self.do(deed, visitor)

    def arrive(self) -> None:
        for number, deed in enumerate(newcomers()):
            if self._over.wait(3 * PACE):
                return
            visitor = Visitor(self.port, f"10.1.{number // 250}.{number % 250 + 1}")
            self._until_answered(lambda at=visitor: at.visit("/sign-up").status == 200)
            self.do(deed, visitor)

    def do(self, deed: Deed, visitor: Visitor) -> None:
        """Send a form until the site has said what became of it."""
        self.deeds.append(deed)
        self._until_answered(lambda: self._is_settled(deed, visitor))

    def end(self) -> None:
        self._over.set()

    def give_up(self) -> None:
        self._given_up.set()

    def forget(self, since: list[Deed]) -> None:
        """Hold no answer against the site but ``since``: it was set back to then."""
        kept = set(map(id, since))
        for deed in self.acknowledged():
            if id(deed) not in kept:
                deed.status = 0

    def _is_settled(self, deed: Deed, visitor: Visitor) -> bool:
        deed.tries += 1
        reply = visitor.send(deed.path, deed.accept, **deed.fields)
        deed.status = reply.status
        if deed.is_acknowledged:
            self.moments.append(monotonic())
        else:
            deed.failures.append(str(reply.status))
        return deed.is_acknowledged or deed.is_refused

    def _until_answered(self, is_done: Callable[[], bool]) -> None:
        while not self._given_up.is_set():
            try:
                if is_done():
                    return
            except Unanswered:
                pass
            self._given_up.wait(PAUSE)


@contextmanager
def under_load(port: int, people: list[Neighbour]) -> Iterator[Load]:
    """Everybody is at it; afterwards all have an answer, or waited long for one."""
    load = Load(port)
    lives = [Thread(target=load.live, args=[person]) for person in people]
    lives.append(Thread(target=load.arrive))
    for life in lives:
        life.start()
    try:
        yield load
        load.end()
        for life in lives:
            life.join(90)
    finally:
        load.end()
        load.give_up()
        for life in lives:
            life.join(90)
