"""Gunicorn around one application, as in production, for as long as it is measured."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
# A worker that retires takes its count of CPU time along: none does.
OPTIONS = ("--workers", "2", "--threads", "4", "--max-requests", "0")
_PATIENCE = 20


@dataclass(frozen=True)
class Server:
    """A gunicorn that answers on ``port`` of this machine."""

    port: int
    master: int

    def workers(self) -> list[int]:
        """The processes that answer requests."""
        children = Path(f"/proc/{self.master}/task/{self.master}/children")
        return [int(pid) for pid in children.read_text().split()]


@contextmanager
def serve(
    application: str,
    settings: Mapping[str, str],
    log: Path,
    options: Sequence[str] = OPTIONS,
) -> Iterator[Server]:
    """Run ``application`` (``module:name``) on a free port until the block ends."""
    port = _free_port()
    gunicorn = (sys.executable, "-m", "gunicorn", *options)
    with log.open("ab") as errors:
        process = subprocess.Popen(
            [*gunicorn, "--bind", f"127.0.0.1:{port}", application],
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=errors,
            stderr=errors,
            # Ctrl-C reaches only us: we end the server after our last request.
            start_new_session=True,
        )
    try:
        _wait_for(port, process, log)
        yield Server(port, process.pid)
    finally:
        _end(process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise SystemExit(f"Gunicorn did not start:\n{log.read_text()[-2000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_PATIENCE)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
