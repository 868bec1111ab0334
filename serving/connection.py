"""One of somebody's connections, with what has come and what has not gone yet."""

from typing import Any

from gunicorn import http
from gunicorn.workers.gthread import TConn

from serving.incoming import Incoming
from serving.outgoing import Wire


class Connection(TConn):
    """One of somebody's connections, and what it waits for."""

    sock: Wire

    def __init__(self, cfg: Any, sock: Wire, client: Any, server: Any) -> None:
        super().__init__(cfg, sock, client, server)
        self.initialized = True
        self.incoming = Incoming()
        self.parser = http.get_parser(cfg, sock, client)
        self.parser.unreader = self.incoming
        self.goes_on = True
        self.stage = ""
        self.weight = 0
        self.events = 0
        self.was_dropped = False
