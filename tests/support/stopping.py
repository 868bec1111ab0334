"""A site of two workers that is stopped under people who keep sending."""

import select
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from tests.support.source import ROOT
from tests.support.waiting import wait_until


def busy(environ: dict[str, Any], start: Any) -> list[bytes]:
    """Answer with what was sent, after some work that leaves others no time."""
    said = environ["wsgi.input"].read()
    start("200 OK", [("Content-Length", str(len(said) + sum(range(20_000)) * 0))])
    return [said]


@contextmanager
def busy_site(log: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Give the process and the port of ``busy``, served as the site is."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with _gunicorn(log, f"--bind=127.0.0.1:{port}", *options) as process:
        yield process, port


@contextmanager
def busy_site_behind(listener: socket.socket, log: Path) -> Iterator[None]:
    """Serve ``busy`` to those who come to ``listener``, which goes on without it."""
    with _gunicorn(log, f"--bind=fd://{listener.fileno()}", files=[listener.fileno()]):
        yield


@contextmanager
def _gunicorn(
    log: Path, *options: str, files: Sequence[int] = ()
) -> Iterator[subprocess.Popen[str]]:
    command = ["-m", "gunicorn", *options, "tests.support.stopping:busy"]
    with log.open("w") as lines:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            stdout=lines,
            stderr=lines,
            text=True,
            pass_fds=files,
        )
    try:
        assert wait_until(lambda: "Ctrl-C" in log.read_text(), within=20)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


class Senders:
    """People who send one form after the other until nobody lets them in.

    Every other one comes anew for each. ``count`` says how often they were "answered",
    and how often something was "lost": sent, and not answered as a whole.
    """

    def __init__(self, port: int, number: int) -> None:
        self._port = port
        self.count: Counter[str] = Counter()
        self._is_over = False
        self._threads = [
            threading.Thread(target=self._send, args=[bool(place % 2)])
            for place in range(number)
        ]

    def __enter__(self) -> "Senders":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Wait for those who are under way."""
        self._is_over = True
        self.wait()

    def wait(self) -> None:
        """Until all of them stand before a closed door."""
        for thread in self._threads:
            thread.join(60)

    def have_heard(self, answers: int) -> bool:
        """Whether so many more come soon."""
        enough = self.count["answered"] + answers
        return wait_until(lambda: self.count["answered"] >= enough, within=60)

    def _send(self, comes_anew: bool) -> None:
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=20)) as connection:
            while not self._is_over:
                if connection.sock and (comes_anew or _has_ended(connection)):
                    connection.close()
                try:
                    if not connection.sock:
                        connection.connect()
                except OSError:
                    self.count["refused"] += 1
                    return
                self.count[self._post(connection)] += 1

    def _post(self, connection: HTTPConnection) -> str:
        try:
            connection.request("POST", "/", body=b"x" * 3_000)
            said = connection.getresponse().read()
        except (OSError, HTTPException):
            connection.close()
            return "lost"
        return "answered" if said == b"x" * 3_000 else "lost"


def is_shut(port: int) -> bool:
    """Whether nobody is let in any more."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=0.5):
        return False
    return True


def _has_ended(connection: HTTPConnection) -> bool:
    """Whether the other side has closed a connection on which nothing was asked."""
    return bool(select.select([connection.sock], [], [], 0)[0])
