"""A lock that is a file: it ends with the process, however that ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Hold the lock at ``place`` for as long as the block takes.

    What is there already stays as it is, and a link is not followed.

    :raises BlockingIOError: at once, when somebody else has it, or this process.
    :raises OSError: when the file cannot be made.
    """
    how = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    with open(os.open(place, how, 0o600), "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
