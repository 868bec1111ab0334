"""A PostgreSQL and a Redis of one's own, to be stopped and started at will."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support.waiting import wait_until

#: How a cluster runs: it does what it does in earnest, and takes little memory.
_OPTIONS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def has_postgresql() -> bool:
    return _program("initdb") is not None


def has_redis() -> bool:
    return shutil.which("redis-server") is not None


class OwnPostgreSQL:
    """A cluster in a folder, which nobody else uses."""

    def __init__(self, folder: Path, port: int) -> None:
        self._data, self._log = folder / "data", folder / "log"
        self._port = port
        self.address = f"postgresql://postgres@127.0.0.1:{port}/postgres"
        self._run("initdb", "--auth=trust", "--username=postgres", "--no-sync")
        self.start()

    def start(self) -> None:
        options = f"{_OPTIONS} -c port={self._port}"
        self._run("pg_ctl", "-w", "-l", str(self._log), "-o", options, "start")

    def stop(self, mode: str) -> None:
        """:param mode: "fast", or "immediate": as where a plug is pulled."""
        self._run("pg_ctl", "-w", "-m", mode, "stop")

    def _run(self, name: str, *options: str) -> None:
        command = [str(_program(name)), "-D", str(self._data), *options]
        # It runs as nobody who may do everything.
        user = {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}
        log = self._log.with_suffix(f".{name}")
        with log.open("a") as lines:
            done = subprocess.run(
                command, stdout=lines, stderr=lines, check=False, cwd="/", **user
            )
        assert done.returncode == 0, log.read_text()


@contextmanager
def own_postgresql() -> Iterator[OwnPostgreSQL]:
    """Make a cluster; nothing of it is left afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="inklings-pg-"))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    cluster = OwnPostgreSQL(folder, free_port())
    try:
        yield cluster
    finally:
        with suppress(AssertionError):
            cluster.stop("immediate")
        shutil.rmtree(folder)


class OwnRedis:
    """A Redis that keeps nothing."""

    def __init__(self) -> None:
        self._port = free_port()
        self.address = f"redis://127.0.0.1:{self._port}/0"
        self.start()

    def start(self) -> None:
        keeps_nothing = ["--save", "", "--appendonly", "no"]
        command = ["redis-server", "--port", str(self._port), *keeps_nothing]
        self._process = subprocess.Popen(
            [*command, "--bind", "127.0.0.1"], stdout=subprocess.DEVNULL
        )
        assert wait_until(self._answers, within=20)

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()

    def hang(self) -> None:
        """Accept connections, as the system does for it, and never answer."""
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def _answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self._port), 1):
            return True
        return False


@contextmanager
def own_redis() -> Iterator[OwnRedis]:
    redis = OwnRedis()
    try:
        yield redis
    finally:
        redis.stop()


def _program(name: str) -> Path | None:
    """Debian keeps the programs of PostgreSQL apart, by their version."""
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = shutil.which(name)
    return places[-1] if places else Path(found) if found else None
