"""The site's worker around a small application, in a thread of the tests."""

import os
import selectors
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from gunicorn.config import Config
from gunicorn.glogging import Logger

from serving.worker import PatientWorker

PAGE = b"x" * 1_000_000


def echo(environ: dict[str, Any], start: Any) -> Any:
    """Answer with how many bytes were read; at /page and /file with many."""
    if environ["PATH_INFO"] == "/page":
        start("200 OK", [("Content-Length", str(len(PAGE)))])
        return [PAGE]
    if environ["PATH_INFO"] == "/file":
        start("200 OK", [("Content-Length", str(len(PAGE)))])
        return environ["wsgi.file_wrapper"](_file())
    if environ["PATH_INFO"] == "/unread":
        start("413 TOO LARGE", [("Content-Length", "0")])
        return []
    said = str(len(environ["wsgi.input"].read())).encode()
    start("200 OK", [("Content-Length", str(len(said)))])
    return [said]


@contextmanager
def patient_worker(**settings: Any) -> Iterator[int]:
    """Give the port of a worker that serves ``echo`` with two threads."""
    config = Config()
    for name, value in {"threads": 2, "loglevel": "critical", **settings}.items():
        config.set(name, value)
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    port = listener.getsockname()[1]
    worker = PatientWorker(
        1, os.getppid(), [listener], None, 30, config, Logger(config)
    )
    worker.wsgi = echo
    worker.tpool = worker.get_thread_pool()
    worker.poller = selectors.DefaultSelector()
    worker.method_queue.init()
    thread = threading.Thread(target=worker.run)
    thread.start()
    try:
        yield port
    finally:
        worker.handle_exit(None, None)
        thread.join(20)
        worker.tmp.close()


class Wire:
    """One connection to it, on which any bytes can be sent."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=20)

    def __enter__(self) -> "Wire":
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def send(self, *pieces: str) -> "Wire":
        for piece in pieces:
            self._socket.sendall(piece.encode("latin-1"))
        return self

    def hang_up(self) -> None:
        """Break it off, without a goodbye (RST)."""
        linger = struct.pack("ii", 1, 0)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._socket.close()

    def read(self, until: bytes) -> bytes:
        """What comes, until those bytes have come or nothing comes any more."""
        read = b""
        # Who is thrown out in the middle of a word hears of it in this way.
        with suppress(ConnectionResetError):
            while until not in read and (piece := self._socket.recv(65536)):
                read += piece
        return read

    def read_all(self) -> bytes:
        return self.read(b"\0 never said")


def _file() -> Any:
    file = os.fdopen(os.memfd_create("page"), "w+b")
    file.write(PAGE)
    file.seek(0)
    return file
