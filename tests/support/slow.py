"""A crowd of connections that take their time, and none of which ever gets anywhere."""

import socket
import threading
from contextlib import suppress
from itertools import cycle, islice

FORM = (
    "POST /sign-in HTTP/1.1\r\nHost: {host}\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\n"
)
#: What each kind sends at once, and what it sends of byte by byte.
KINDS = {
    "silent": ("", ""),
    "heads": ("", "GET / HTTP/1.1\r\nHost: {host}\r\nX-Long: " + "x" * 5000),
    "bodies": (FORM + "Content-Length: 5000\r\n\r\n", "x" * 5000),
    "chunks": (FORM + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n" * 1000),
    "idlers": ("GET /healthz HTTP/1.1\r\nHost: {host}\r\n\r\n", ""),
    "readers": ("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n" * 3, ""),
}


class SlowClient:
    """One connection, of one of the kinds."""

    def __init__(self, port: int, kind: str, path: str = "/") -> None:
        at_once, bit_by_bit = (
            part.format(host=f"127.0.0.1:{port}", path=path) for part in KINDS[kind]
        )
        self._rest = iter(bit_by_bit.encode())
        self._socket = socket.socket()
        # Whoever does not read soon has a full desk.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._socket.settimeout(20)
        self._socket.connect(("127.0.0.1", port))
        self._socket.sendall(at_once.encode())
        self._socket.setblocking(False)

    def send_a_byte(self) -> None:
        with suppress(OSError, StopIteration):
            self._socket.send(bytes([next(self._rest)]))

    def close(self) -> None:
        self._socket.close()


class Crowd:
    """So many slow clients of all kinds, for as long as the block lasts."""

    def __init__(
        self,
        port: int,
        many: int,
        kinds: tuple[str, ...] = tuple(KINDS),
        path: str = "/",
    ) -> None:
        self._port, self._path = port, path
        self._kinds = list(islice(cycle(kinds), many))
        self._clients: list[SlowClient] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._trickle)

    def __enter__(self) -> "Crowd":
        for kind in self._kinds:
            self._clients.append(SlowClient(self._port, kind, self._path))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        for client in self._clients:
            client.close()

    def _trickle(self) -> None:
        while not self._over.wait(0.5):
            for client in self._clients:
                client.send_a_byte()
