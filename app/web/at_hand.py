"""What a thread is at: a request, or a row of the outbox; for whoever watches it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import perf_counter


@dataclass(slots=True)
class Work:
    """One piece of work; times are in seconds."""

    #: Names the request in the log, in its answer, and on the page for a crash.
    id: str = ""
    method: str = ""
    #: Empty while no view is found; a page that is kept never asks for one.
    endpoint: str = ""
    status: int = 0
    #: The number of who asks, if they are signed in.
    user: int | None = None
    #: The kind of a row of the outbox, and its number.
    job: str = ""
    row: int | None = None
    statements: int = 0
    in_database: float = 0.0
    in_templates: float = 0.0
    began: float = field(default_factory=perf_counter)

    @property
    def seconds(self) -> float:
        return perf_counter() - self.began


at_hand: ContextVar[Work | None] = ContextVar("at_hand", default=None)


@contextmanager
def delivering(kind: str, row: int) -> Iterator[None]:
    """Let everything meanwhile be known to be about this row of the outbox."""
    token = at_hand.set(Work(job=kind, row=row))
    try:
        yield
    finally:
        at_hand.reset(token)
