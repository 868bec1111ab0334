"""A connection on which nobody who writes waits for the one who reads."""

import errno
import os
import select
import socket
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

#: Bytes that are put together for one call of the kernel: a page and its head.
AT_ONCE = 64 * 1024
#: Bytes of an answer that may wait. Whoever writes more than that waits after all.
MOST_UNSENT = 4 * 1024 * 1024
#: Milliseconds without a byte after which such a reader is given up.
_PATIENCE = 20_000
_MOST_PARTS = 64


@dataclass
class Stretch:
    """A part of an open file: it is sent from where it lies."""

    file: int
    offset: int
    count: int


class Wire(socket.socket):
    """A socket that keeps what the kernel does not take at once.

    A thread that answers leaves the rest to the worker's loop: ``flush`` goes on.
    """

    def __init__(self, connection: socket.socket) -> None:
        super().__init__(fileno=connection.detach())
        super().setblocking(False)
        self._unsent: deque[memoryview | Stretch] = deque()
        self.held = 0

    def setblocking(self, flag: bool) -> None:
        """It stays as it is: gunicorn would have its threads wait here."""

    def settimeout(self, value: float | None) -> None:
        """The same."""

    def sendall(self, data: Any, flags: int = 0) -> None:
        self._unsent.append(memoryview(data))
        self.held += len(data)
        if self.held > AT_ONCE:
            self.flush()
        while self.held > MOST_UNSENT:
            self._wait_for_room()
            self.flush()

    def sendfile(self, file: Any, offset: int = 0, count: int | None = None) -> int:
        """:param count: is always given by gunicorn."""
        # The file is closed as soon as it has been "sent".
        self._unsent.append(Stretch(os.dup(file.fileno()), offset, count or 0))
        self.flush()
        return count or 0

    def flush(self) -> bool:
        """Send what the kernel takes; whether that was all.

        :raises OSError: when the other side is gone.
        """
        with suppress(BlockingIOError):
            while self._unsent:
                first = self._unsent[0]
                if isinstance(first, Stretch):
                    self._send_some_of(first)
                else:
                    self._send_words()
        return not self._unsent

    def close(self) -> None:
        while self._unsent:
            part = self._unsent.popleft()
            if isinstance(part, Stretch):
                os.close(part.file)
        self.held = 0
        super().close()

    def _send_words(self) -> None:
        words = takewhile(lambda part: not isinstance(part, Stretch), self._unsent)
        sent = self.sendmsg(islice(words, _MOST_PARTS))  # type: ignore[arg-type]
        self.held -= sent
        while sent or (self._unsent and not self._unsent[0]):
            first = self._unsent.popleft()
            assert isinstance(first, memoryview)
            if sent < len(first):
                self._unsent.appendleft(first[sent:])
                return
            sent -= len(first)

    def _send_some_of(self, stretch: Stretch) -> None:
        sent = os.sendfile(self.fileno(), stretch.file, stretch.offset, stretch.count)
        stretch.offset += sent
        stretch.count -= sent
        if stretch.count and not sent:
            raise BrokenPipeError(errno.EPIPE, "The file has become shorter.")
        if not stretch.count:
            self._unsent.popleft()
            os.close(stretch.file)

    def _wait_for_room(self) -> None:
        poll = select.poll()
        poll.register(self, select.POLLOUT)
        if not poll.poll(_PATIENCE):
            raise BrokenPipeError(errno.EPIPE, "Nobody reads the answer.")
