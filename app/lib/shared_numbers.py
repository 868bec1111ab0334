"""Numbers that the processes of one machine count together.

prometheus_client reads them: each process has files of its own in its format. By that
library a process is its pid, so files of dead ones pile up. Here it is a place, which
is held by a lock: whoever comes next goes on counting where a dead one stopped, however
that one died. And the files have all their bytes from the beginning: to write into a
mapped file for which the disk has no room would end the process (SIGBUS).
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR
from threading import Lock
from typing import IO, Final

from prometheus_client import Metric
from prometheus_client.mmap_dict import MmapedDict, mmap_key
from prometheus_client.multiprocess import MultiProcessCollector

#: So many processes count; what comes after them does not.
PLACES: Final = 64
#: Bytes of a file: ten thousand numbers, several times of what the site has names for.
SIZE: Final = 1 << 21
#: What a number is known by: "counter" or "histogram", and its name with its labels.
Number = tuple[str, str]


def number(kind: str, name: str, ending: str, told: str, /, **labels: str) -> Number:
    """What to count: a sample called ``name`` and ``ending``, of which ``told`` says
    what it is."""
    key = mmap_key(name, name + ending, list(labels), list(labels.values()), told)
    return kind, key


class SharedNumbers:
    """Numbers in ``folder``, which only the system's user who counts may enter.

    Where it cannot be had, or the disk is full, nothing is counted and nothing fails.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._lock = folder, Lock()
        self._pid = 0
        self._place: IO[str] | None = None
        self._files: dict[str, MmapedDict] = {}

    def add(self, *amounts: tuple[Number, float]) -> None:
        """Count these amounts up, each 0 or more."""
        with self._lock:
            if self._pid != os.getpid():
                self._open()
            for (kind, key), amount in amounts:
                if file := self._files.get(kind):
                    file.write_value(key, file.read_value(key)[0] + amount, 0.0)

    def collect(self) -> Iterator[Metric]:
        """Everything that was counted by all processes, dead ones too."""
        files = [str(path) for path in self._folder.glob("*.db")]
        yield from MultiProcessCollector.merge(files)

    def processes(self) -> dict[str, int]:
        """The pid at each place that somebody holds."""
        held = {}
        for path in sorted(self._folder.glob("*.lock")):
            with suppress(OSError, ValueError), path.open() as place:
                try:
                    fcntl.flock(place, fcntl.LOCK_SH | fcntl.LOCK_NB)
                except BlockingIOError:
                    held[path.stem] = int(place.read())
        return held

    def close(self) -> None:
        """Give the place to whoever comes next."""
        for file in self._files.values():
            file.close()
        if self._place:
            self._place.close()
        self._pid, self._files, self._place = 0, {}, None

    def _open(self) -> None:
        """Take the first place that is free; after a fork one of its own."""
        self.close()
        self._pid = os.getpid()
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            if not _is_ours(self._folder):
                return
            name = self._take_place()
            kinds = ("counter", "histogram") if name else ()
            self._files = {kind: self._file(kind, name) for kind in kinds}

    def _take_place(self) -> str:
        for number in range(PLACES):
            place = (self._folder / f"{number}.lock").open("a+")
            try:
                fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                place.close()
                continue
            place.truncate(0)
            place.write(str(self._pid))
            place.flush()
            # It is held for as long as this is open.
            self._place = place
            return str(number)
        return ""

    def _file(self, kind: str, name: str) -> MmapedDict:
        path = self._folder / f"{kind}_{name}.db"
        with path.open("a+b") as file:
            if file.tell() == 0:
                os.posix_fallocate(file.fileno(), 0, SIZE)
        return MmapedDict(str(path))


def _is_ours(folder: Path) -> bool:
    """Whether nobody else made it, or may put a file there."""
    found = folder.lstat()
    is_private = found.st_uid == os.getuid() and not found.st_mode & 0o077
    return S_ISDIR(found.st_mode) and is_private
