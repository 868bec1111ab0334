"""How gunicorn serves the site. Command line options win over what stands here."""

import ctypes
import gc
import resource
from contextlib import suppress
from pathlib import Path
from typing import Any

from serving import door

bind = "127.0.0.1:8000"
# Two processes use two cores and outlive each other; threads wait for the database.
# Measured beside others: docs/decisions/0038-waiting-is-not-work.md.
workers = 2
threads = 4
# Gunicorn's threads, which wait for no client: eight slow ones would stop the site.
worker_class = "serving.worker.PatientWorker"
# Import once, then fork: less memory, and a broken setting is told once.
preload_app = True

# Connections that a worker holds. The next one takes the place of whoever has waited
# longest. Each may take two files, itself and what it is sent; a site needs a hundred
# more. The limit of files is raised as far as the system lets us (systemd says 1,024).
_SOFT, _HARD = resource.getrlimit(resource.RLIMIT_NOFILE)
_FILES = 8_192 if _HARD == resource.RLIM_INFINITY else min(8_192, _HARD)
if _FILES > _SOFT != resource.RLIM_INFINITY:
    resource.setrlimit(resource.RLIMIT_NOFILE, (_FILES, _HARD))
worker_connections = min(2_000, (_FILES - 100) // 2)
# Connections that the kernel keeps while all workers are busy, up to its own limit
# (net.core.somaxconn): a burst waits for a moment instead of being turned away.
backlog = 2048
# Longer than a proxy keeps its connections (Caddy: two minutes): the proxy closes them,
# never the site under a request that is on its way. Whoever idles costs no thread.
keepalive = 130

# Seconds after which a worker is killed whose loop is stuck. Threads are not looked at.
timeout = 30
# The longest honest request is a post of 200,000 characters: about two seconds. Slow
# uploads that are on their way when a new version comes get as long; bin/_serve and
# containers wait for that.
graceful_timeout = 10
# Whatever leaks is given back now and then, not by all workers at once.
max_requests = 10_000
max_requests_jitter = 1_000

# Our longest address is a search of 300 characters, percent-encoded: twelve bytes each
# in the widest script.
limit_request_line = 4_094
# Browsers send twenty fields, proxies add ten. All of them may take 64 KB together
# (serving/incoming.py), one of them as much as browsers keep in cookies for a site.
limit_request_fields = 60
limit_request_field_size = 8_190

# Who the visitor is, the site decides by TRUSTED_PROXIES; gunicorn believes nobody.
forwarded_allow_ips = ""
forwarder_headers = ""
secure_scheme_headers: dict[str, str] = {}
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


def pre_fork(server: Any, _worker: Any) -> None:
    """Pass what befell a worker on to the next one (``app/web/alarms.py``)."""
    for handler in server.log.error_log.handlers:
        if hasattr(handler, "before_fork"):
            handler.before_fork()


def post_worker_init(worker: Any) -> None:
    """Let this worker write about it."""
    for handler in worker.log.error_log.handlers:
        if hasattr(handler, "in_worker"):
            handler.in_worker()


def when_ready(server: Any) -> None:
    """Say where the site is, once it answers.

    What is loaded by now stays for ever: the collector need not look at it again and
    again, which took a fifth of the time of a long text (bench/rendering.py).
    """
    gc.collect()
    gc.freeze()
    door.watch(server)
    print(f"\nInklings is at {server.LISTENERS[0]} (Ctrl-C ends it)\n", flush=True)
