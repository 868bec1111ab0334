"""Bodies that nobody wants, sent as fast as they are taken."""

import os
import re
import select
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

TWO_GIGABYTES = 2_000_000_000
_PIECE = b"a=b&" * 16_384


@dataclass(frozen=True)
class Heard:
    """What was answered (0: nothing), and how much had been sent by then."""

    status: int
    sent: int


def send(port: int, path: str, kind: str, cookie: str, in_parts: bool = False) -> Heard:
    """Send two gigabytes of form, or begin to."""
    length = (
        "Transfer-Encoding: chunked" if in_parts else f"Content-Length: {TWO_GIGABYTES}"
    )
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: {kind}\r\n"
        f"{f'Cookie: {cookie}' if cookie else 'Accept: */*'}\r\n{length}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), timeout=60) as wire:
        wire.sendall(head.encode())
        sent = 0
        for piece in _chunks() if in_parts else _pieces():
            if select.select([wire], [], [], 0)[0]:
                break
            with suppress(BrokenPipeError, ConnectionResetError):
                wire.sendall(piece)
            sent += len(piece)
        answer = wire.recv(4096)
    return Heard(int(answer.split(b" ")[1]) if answer else 0, sent)


def _pieces() -> Iterator[bytes]:
    return repeat(_PIECE, TWO_GIGABYTES // len(_PIECE))


def _chunks() -> Iterator[bytes]:
    return repeat(b"%x\r\n%s\r\n" % (len(_PIECE), _PIECE), TWO_GIGABYTES // len(_PIECE))


class Peak:
    """How much more memory the sites that a test has started take at most, in bytes."""

    def __init__(self) -> None:
        self._processes = [
            process
            for process in _descendants(os.getpid())
            if b"gunicorn" in (process / "cmdline").read_bytes()
        ]
        assert self._processes
        for process in self._processes:
            # What was the most so far is forgotten (proc_pid_clear_refs(5)).
            (process / "clear_refs").write_text("5")
        self._before = self._most()

    @property
    def growth(self) -> int:
        return self._most() - self._before

    def _most(self) -> int:
        found = [
            re.search(r"VmHWM:\s+(\d+) kB", (process / "status").read_text())
            for process in self._processes
        ]
        return sum(int(line[1]) * 1024 for line in found if line)


def _descendants(process: int) -> Iterator[Path]:
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, children.read_text().split()):
            yield Path(f"/proc/{child}")
            yield from _descendants(child)
