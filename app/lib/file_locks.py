"""A lock that is a file: it ends with the process, however that ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Hold the lock at ``place`` for as long as the block takes.

    :raises BlockingIOError: at once, when somebody else has it, or this process.
    :raises OSError: when the file cannot be made.
    """
    with place.open("w") as file:
        place.chmod(0o600)
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
