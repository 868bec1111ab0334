"""Gunicorn's threads, with a loop before and behind them that does all the waiting.

Gunicorn's own "gthread" gives a thread to each connection until its request has come
and its answer has gone: eight slow ones and nobody is served. Here a thread gets a
request when the last byte of it is there, and what the other side does not take of an
answer is left to the loop. See docs/decisions/0038-waiting-is-not-work.md.
"""

import errno
import selectors
import socket
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from gunicorn.http.errors import ParseException
from gunicorn.workers.gthread import STOP_KEEPALIVE_LINGER, ThreadWorker

from serving.connection import Connection
from serving.outgoing import Wire

#: Seconds: for a head to come, for the rest of an answer to be taken, byte by byte, and
#: for what somebody goes on sending whose answer has gone out (RFC 9112, section 9.6).
HEAD, TAKING, PARTING = 10, 20, 5
#: And for a body: so many, and one more for each so many bytes.
BODY, BYTES_A_SECOND = 20, 50_000
#: Bytes that all requests and answers may hold that wait. Then the largest has to go.
ROOM = 64 * 1024 * 1024
_AT_ONCE = 64 * 1024
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
_TOO_SLOW = (
    b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
)


class PatientWorker(ThreadWorker):
    """Serves whoever is ready; the others cost a place on a list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Who waits, in the order they began to, and until when they may.
        self._waiting: dict[Connection, float] = {}
        self._held = 0
        self._looked = 0.0

    def accept(self, listener: Any) -> bool:
        """Let somebody in. When it is full, whoever has waited longest has to go.

        :return: whether more may be at the door.
        """
        try:
            sock, client = listener.accept()
        except OSError as error:
            if error.errno in {errno.EMFILE, errno.ENFILE} and self._waiting:
                self._drop(next(iter(self._waiting)))
            elif error.errno in {errno.EBADF, errno.EINVAL, errno.ENOTSOCK}:
                raise
            # Whatever else there is belongs to the one who came (accept(2)).
            return error.errno != errno.EAGAIN
        self.nr_conns += 1
        if self.nr_conns >= self.worker_connections and self._waiting:
            self._drop(next(iter(self._waiting)))
        conn = Connection(self.cfg, Wire(sock), client, listener.getsockname())
        self._attempt(conn, self._receive)
        return True

    def _attempt(self, conn: Connection, then: Callable[[Connection], None]) -> None:
        """Go on with a connection. What breaks it ends it, and nobody else's."""
        try:
            if not conn.was_dropped:
                then(conn)
        except OSError:
            self._drop(conn)

    def _receive(self, conn: Connection) -> None:
        """Take what has come, and go to work once that is a request."""
        try:
            piece = conn.sock.recv(_AT_ONCE)
        except BlockingIOError:
            self._await_request(conn)
        else:
            conn.incoming.feed(piece)
            self._go_on(conn) if piece else self._drop(conn)

    def _go_on(self, conn: Connection) -> None:
        self._weigh(conn)
        if conn.was_dropped:
            return
        if conn.incoming.is_whole:
            self._stop_waiting(conn)
            self.enqueue_req(conn)
        else:
            self._await_request(conn)

    def _await_request(self, conn: Connection) -> None:
        incoming = conn.incoming
        if conn.stage == incoming.stage:
            return
        if incoming.stage == "body" and incoming.waits_for_leave:
            conn.sock.sendall(_CONTINUE)
            conn.sock.flush()
        patience = {
            "silence": self._patience_with_silence(conn),
            "head": HEAD,
            "body": BODY + incoming.longest / BYTES_A_SECOND,
        }
        self._wait(conn, incoming.stage, patience[incoming.stage], self._receive)

    def _patience_with_silence(self, conn: Connection) -> float:
        if not self.alive:
            return STOP_KEEPALIVE_LINGER
        return self.cfg.keepalive if conn.stage else HEAD

    def handle_request(self, req: Any, conn: Connection) -> bool:
        # Who waits for leave to send a body has been given it, or will not get it.
        req._expected_100_continue = False
        if conn.incoming.is_cut:
            req.force_close()
        # Frameworks refuse what is too long by what they are told; what is told by
        # nobody Werkzeug cuts off without a word.
        if (length := conn.incoming.told_length) is not None:
            told = [pair for pair in req.headers if pair[0] != "TRANSFER-ENCODING"]
            req.headers = [*told, ("CONTENT-LENGTH", str(length))]
        return super().handle_request(req, conn)

    def _keepalive_after(self, conn: Connection, keepalive: bool) -> bool:
        """What was sent is here as a whole: passing over it takes no time."""
        try:
            is_read = keepalive and conn.parser.finish_body()
        except ParseException:
            return False
        return bool(is_read and not conn.incoming.is_cut)

    def handle(self, conn: Connection) -> bool:
        goes_on = bool(super().handle(conn))
        conn.sock.flush()
        return goes_on

    def finish_request(self, conn: Connection, done: Future[bool]) -> None:
        """Go on in the loop, where a thread has answered."""
        is_well = not done.cancelled() and done.exception() is None
        conn.goes_on = is_well and done.result()
        self._attempt(conn, self._send if is_well else self._drop)

    def _send(self, conn: Connection) -> None:
        is_sent = conn.sock.flush()
        self._weigh(conn)
        if conn.was_dropped:
            return None
        if not is_sent:
            return self._wait(conn, "taking", TAKING, self._send)
        return self._begin_again(conn) if conn.goes_on else self._part(conn)

    def _begin_again(self, conn: Connection) -> None:
        conn.incoming.next()
        conn.stage = "answered"
        self._go_on(conn)

    def _part(self, conn: Connection) -> None:
        """Close our side, and listen to the end: or they would not hear our answer."""
        conn.incoming.forget()
        self._weigh(conn)
        conn.sock.shutdown(socket.SHUT_WR)
        self._wait(conn, "parting", PARTING if self.alive else 1, self._overhear)

    def _overhear(self, conn: Connection) -> None:
        try:
            is_over = not conn.sock.recv(_AT_ONCE)
        except BlockingIOError:
            return
        if is_over:
            self._drop(conn)

    def _wait(
        self,
        conn: Connection,
        stage: str,
        patience: float,
        then: Callable[[Connection], None],
    ) -> None:
        """Call ``then`` whenever something happens on a connection."""
        events = selectors.EVENT_WRITE if stage == "taking" else selectors.EVENT_READ
        self._waiting.pop(conn, None)
        self._waiting[conn] = time.monotonic() + patience
        register = self.poller.modify if conn.events else self.poller.register
        # What the kernel told us before may be about somebody who has gone since.
        register(conn.sock, events, lambda _sock: self._attempt(conn, then))
        conn.stage, conn.events = stage, events

    def _stop_waiting(self, conn: Connection) -> None:
        if conn.events:
            self.poller.unregister(conn.sock)
            conn.events = 0
        self._waiting.pop(conn, None)

    def _weigh(self, conn: Connection) -> None:
        weight = conn.incoming.size + conn.sock.held
        self._held += weight - conn.weight
        conn.weight = weight
        if self._held > ROOM and self._waiting:
            self._drop(max(self._waiting, key=lambda waiting: waiting.weight))

    def _drop(self, conn: Connection) -> None:
        if conn.was_dropped:
            return
        conn.was_dropped = True
        self._stop_waiting(conn)
        self._held -= conn.weight
        conn.weight = 0
        self.nr_conns -= 1
        conn.sock.close()

    def murder_pending(self) -> None:
        """Let those go whose time is over; the loop asks at least once a second."""
        now = time.monotonic()
        if now - self._looked < 1:
            return
        self._looked = now
        for conn in [conn for conn, until in self._waiting.items() if until < now]:
            self._give_up(conn)

    def _give_up(self, conn: Connection) -> None:
        if conn.stage not in {"head", "body"}:
            return self._drop(conn)
        conn.sock.sendall(_TOO_SLOW)
        conn.goes_on = False
        return self._attempt(conn, self._send)

    def _cap_keepalive(self, deadline: float) -> None:
        """The end begins: let in who is at the door, close it, and wait no longer.

        The door belongs to all workers: it is gone with the last one that closes it.
        """
        self.alive = False
        for listener in self.sockets:
            for _ in range(self.cfg.backlog):
                if not self.accept(listener):
                    break
            listener.close()
        for conn, until in self._waiting.items():
            if conn.stage in {"silence", "parting"}:
                self._waiting[conn] = min(until, deadline)
