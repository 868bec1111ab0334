"""The door of a site that ends: whoever has come in is served, nobody else comes in."""

import ctypes
import signal
import socket
import struct
import time
from contextlib import suppress
from types import FrameType
from typing import Any

#: Seconds for connections that are half made: ten times the way through a data centre.
HANDSHAKE = 0.02
_SO_ATTACH_FILTER = 26
# A program for the kernel, which it asks about each packet that comes to the listener
# (linux/filter.h): byte 13 of TCP's head are the flags; SYN without ACK is dropped.
_NO_SYN = (
    (0x30, 0, 0, 13),
    (0x54, 0, 0, 0x12),
    (0x15, 0, 1, 0x02),
    (0x06, 0, 0, 0),
    (0x06, 0, 0, 0xFFFFFFFF),
)


def watch(server: Any) -> None:
    """Shut the door as soon as gunicorn is told to end, before its workers are.

    :param server: gunicorn's arbiter, whose signals are set up.
    """

    def end(number: int, frame: FrameType | None) -> None:
        if _is_nobody_elses(server):
            shut(server.LISTENERS)
        server.signal(number, frame)

    signal.signal(signal.SIGTERM, end)


def shut(listeners: list[Any]) -> None:
    """Answer nobody who knocks from now on; those who do try again after a second.

    Closing a listener resets whoever stands behind it, whose request may be on its way:
    between a worker's last look and its close that was one in five stops, while its
    threads were busy. Of those who knock in vain none has sent anything.
    """
    steps = b"".join(struct.pack("HBBI", *step) for step in _NO_SYN)
    program = ctypes.create_string_buffer(steps)
    option = struct.pack("HP", len(_NO_SYN), ctypes.addressof(program))
    for listener in listeners:
        # Other systems know no such filter; there the gap is as small as it can be.
        with suppress(OSError):
            listener.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, option)
    time.sleep(HANDSHAKE)


def _is_nobody_elses(server: Any) -> bool:
    """Whether the listeners end with this site.

    Those that systemd or a script has opened serve the next one; so do those of a site
    that has been started anew beside itself (SIGUSR2).
    """
    is_own = all(isinstance(address, tuple) for address in server.cfg.address)
    is_single = server.reexec_pid == server.master_pid == 0
    return is_own and is_single and not server.systemd
