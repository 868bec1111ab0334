"""Pages of somebody else's, served on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Message:
    """What was posted there; the names of headers are in small letters."""

    path: str
    headers: dict[str, str]
    body: bytes


class Pages(ThreadingHTTPServer):
    """What answers at which path, and who has asked for what."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Visit)
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[str] = []
        self.agents: list[str] = []
        self.told: list[Message] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, path: str, status: int, body: str = "") -> str:
        """Answer at ``path`` with this ``status``; the address of it."""
        self.answers[path] = (status, {"Content-Type": HTML}, body.encode())
        return self.address + path

    def put(self, path: str, body: str | bytes, kind: str = HTML) -> str:
        """Answer at ``path`` with ``body``; the address of it."""
        content = body.encode() if isinstance(body, str) else body
        self.answers[path] = (200, {"Content-Type": kind}, content)
        return self.address + path

    def lead(self, path: str, target: str) -> str:
        """Answer at ``path`` with another address; the address of it."""
        self.answers[path] = (302, {"Location": target}, b"")
        return self.address + path


class Visit(BaseHTTPRequestHandler):
    server: Pages

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.agents.append(self.headers.get("User-Agent", ""))
        self._answer()

    def do_POST(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", "0")))
        self.server.told.append(Message(self.path, headers, body))
        self._answer()

    def _answer(self) -> None:
        gone = (404, {"Content-Type": HTML}, b"")
        status, headers, body = self.server.answers.get(self.path, gone)
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        # Whoever has heard enough hangs up.
        with suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Keep quiet."""


@contextmanager
def pages() -> Iterator[Pages]:
    with Pages() as server:
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
