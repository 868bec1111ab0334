"""How gunicorn serves the site. Command line options win over what stands here."""

import ctypes
import gc
from contextlib import suppress
from pathlib import Path
from typing import Any

bind = "127.0.0.1:8000"
# Two processes use two cores and outlive each other; threads wait for the database.
workers = 2
threads = 4
worker_class = "gthread"
# Import once, then fork: less memory, and a broken setting is told once.
preload_app = True
# The longest honest request is a post of 200,000 characters: about two seconds.
timeout = 30
graceful_timeout = 10
# Whatever leaks is given back now and then, not by all workers at once.
max_requests = 10_000
max_requests_jitter = 1_000
# Who the visitor is, the site decides by TRUSTED_PROXIES; gunicorn believes nobody.
forwarded_allow_ips = ""
forwarder_headers = ""
secure_scheme_headers: dict[str, str] = {}
# Browsers keep a connection for the next click.
keepalive = 5
# Heartbeats in memory: a disk under load would look like a dead worker.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
# Nobody steers it from outside.
control_socket_disable = True
# What goes wrong is said; that all is well is said once, below.
loglevel = "warning"

# What takes more than a megabyte goes back to the system once it is done with: glibc
# would leave each thread the 19 MB of a password that it checked (mallopt(3)).
with suppress(AttributeError, OSError):
    ctypes.CDLL(None).mallopt(-3, 1_000_000)


def when_ready(server: Any) -> None:
    """Say where the site is, once it answers.

    What is loaded by now stays for ever: the collector need not look at it again and
    again, which took a fifth of the time of a long text (bench/rendering.py).
    """
    gc.collect()
    gc.freeze()
    print(f"\nInklings is at {server.LISTENERS[0]} (Ctrl-C ends it)\n", flush=True)
