"""What somebody has sent so far, and whether it is a whole request yet."""

import re
from collections import deque

from gunicorn.http.errors import LimitRequestHeaders
from gunicorn.http.unreader import Unreader

#: Bytes of a head: twice what browsers and proxies send at their longest.
LONGEST_HEAD = 64 * 1024
#: Bytes of a body that are gathered: the pictures of a post that a member sends, and
#: the longest text. Whoever brings no cookie sends no pictures. What says that it is
#: longer is not waited for: the site refuses it unread.
LONGEST_BODY = 32 * 1024 * 1024
LONGEST_TEXT = 3 * 1024 * 1024
#: Parts of one. Browsers and proxies make them kilobytes long; three megabytes in bytes
#: would take a worker seven seconds.
MOST_CHUNKS = 10_000
_LONGEST_LINE = 8190

_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*0*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)
_COOKIE = re.compile(rb"\r\ncookie:", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:[^\r]*chunked", re.IGNORECASE)
_EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE)


class Incoming(Unreader):
    """The pieces of a request in the order they came, until gunicorn reads them.

    Here it is only found out where a request ends. Whether it is a good one gunicorn
    judges, from the same pieces: what the two see differently ends early, at most.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pieces: deque[bytes] = deque()
        self._has_head = False
        self._begin()

    def feed(self, piece: bytes) -> None:
        """Take in what has come."""
        self._pieces.append(piece)
        self.size += len(piece)
        if self.is_whole:
            return
        if self._has_head:
            self._look_at_body(piece)
        else:
            self._look_for_head(piece)

    def chunk(self, size_hint: int | None = None) -> bytes:
        """The next piece. There are no others: nobody waits for the client here."""
        if self._pieces:
            return self._pieces.popleft()
        if not self._has_head:
            raise LimitRequestHeaders(f"more than {LONGEST_HEAD} bytes")
        # Gunicorn wants more than was counted: where the next request begins, nobody
        # knows. So there is none.
        self.is_cut = True
        return b""

    def next(self) -> None:
        """Begin again, with what came behind the request that has been answered."""
        rest = self.take_buffered() + b"".join(self._pieces)
        self._pieces.clear()
        self._begin()
        if rest:
            self.feed(rest)

    def forget(self) -> None:
        """Let go of what came: the answer to it has gone out, and it is the last."""
        self.take_buffered()
        self._pieces.clear()
        self._begin()

    @property
    def stage(self) -> str:
        if not self.size:
            return "silence"
        return "body" if self._has_head else "head"

    @property
    def longest(self) -> int:
        """How many bytes of a body may still come."""
        return self._most if self._chunks else self._missing

    @property
    def told_length(self) -> int | None:
        """How long a body is that came in parts; more than may be, if it was cut."""
        if not self._chunks:
            return None
        return self._most + 1 if self.is_cut else self._chunks.total

    def _begin(self) -> None:
        self.size = 0
        self.is_whole = self.is_cut = self.waits_for_leave = False
        self._head = bytearray()
        self._has_head = False
        self._missing = 0
        self._most = LONGEST_TEXT
        self._chunks: Chunks | None = None

    def _look_for_head(self, piece: bytes) -> None:
        searched = max(0, len(self._head) - 3)
        self._head += piece
        end = self._head.find(b"\r\n\r\n", searched)
        if end >= 0:
            self._has_head = True
            head, rest = self._head[: end + 4], bytes(self._head[end + 4 :])
            self._head = bytearray()
            self._read(bytes(head))
            self._look_at_body(rest)
        elif len(self._head) > LONGEST_HEAD:
            self.is_whole = self.is_cut = True

    def _read(self, head: bytes) -> None:
        is_newer = head.partition(b"\r\n")[0].endswith(b" HTTP/1.1")
        self.waits_for_leave = is_newer and bool(_EXPECTS.search(head))
        if _COOKIE.search(head):
            self._most = LONGEST_BODY
        if _CHUNKED.search(head):
            self._chunks = Chunks()
        elif length := _LENGTH.search(head):
            self._missing = int(length[1])
            self.is_whole = self.is_cut = self._missing > self._most

    def _look_at_body(self, piece: bytes) -> None:
        if self.is_cut:
            return
        if self._chunks:
            self.is_whole = self._chunks.end_in(piece)
            is_much = self.size > self._most or self._chunks.count > MOST_CHUNKS
            self.is_cut = not self.is_whole and is_much
            self.is_whole |= self.is_cut
        else:
            self._missing = max(0, self._missing - len(piece))
            self.is_whole = not self._missing


class Chunks:
    """Where a body ends that tells its length in parts (RFC 9112, section 7.1)."""

    def __init__(self) -> None:
        self._line = bytearray()
        self._skip = 0
        self._in_trailers = False
        self.total = self.count = 0

    def end_in(self, piece: bytes) -> bool:
        """Whether the body ends in ``piece``, or cannot go on as it should."""
        at = 0
        while at < len(piece):
            skipped = min(self._skip, len(piece) - at)
            self._skip -= skipped
            at += skipped
            end = piece.find(b"\n", at) + 1
            self._line += piece[at : end or len(piece)]
            if len(self._line) > _LONGEST_LINE:
                return True
            if not end:
                return False
            at = end
            if self._is_last(bytes(self._line).strip()):
                return True
            self._line.clear()
        return False

    def _is_last(self, line: bytes) -> bool:
        if self._in_trailers:
            return not line
        try:
            size = int(line.partition(b";")[0], 16)
        except ValueError:
            return True
        self._in_trailers = size <= 0
        self.total += max(0, size)
        self.count += 1
        # What follows a chunk is the end of its line.
        self._skip = size + 2 if size > 0 else 0
        return False
