"""The site as gunicorn serves it, in a process of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path

from tests.support.settings import KEY
from tests.support.source import ROOT


@contextmanager
def served(
    database: AbstractContextManager[str],
    folder: Path,
    *commands: str,
    host: str = "127.0.0.1",
    **settings: str,
) -> Iterator[str]:
    """Give the address of a migrated site, after ``flask`` ran each of ``commands``.

    :param host: "localhost" where a browser wants a name, as for passkeys.
    :param settings: what stands in its environment beside. With ``DEVELOPMENT="1"`` it
        writes letters, to be read at /dev/mail.
    """
    port = socket.create_server(("127.0.0.1", 0), backlog=64)
    address = f"http://{host}:{port.getsockname()[1]}"
    with database as url, closing(port):
        environ = environment(folder, DATABASE_URL=url, SITE_URL=address, **settings)
        for command in ("db upgrade", *commands):
            run_flask(command, environ)
        writes = "DEVELOPMENT" in settings
        worker = _worker(folder, environ) if writes else nullcontext()
        with _gunicorn(port, folder, environ), worker:
            yield address


def environment(folder: Path, **settings: str) -> dict[str, str]:
    given = {
        "SECRET_KEY": KEY,
        "INSTANCE_PATH": str(folder),
        "REDIS_URL": "",
        "LINK_PREVIEWS": "0",
    }
    return {**os.environ, **given, **settings}


def run_flask(command: str, environ: dict[str, str]) -> None:
    program = [sys.executable, "-m", "flask", "--app", "wsgi", *command.split()]
    done = subprocess.run(
        program, cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"flask {command}:\n{done.stdout}{done.stderr}"


def _gunicorn(
    port: socket.socket, folder: Path, environ: dict[str, str]
) -> AbstractContextManager[None]:
    """It inherits the open port, so that the first visitor waits instead of failing."""
    bind = f"--bind=fd://{port.fileno()}"
    command = ["gunicorn", "--workers=1", bind, "wsgi:app"]
    return _running(command, folder / "log.txt", environ, port.fileno())


def _worker(folder: Path, environ: dict[str, str]) -> AbstractContextManager[None]:
    """It delivers what the site writes, as it does beside every real site."""
    command = ["flask", "--app", "wsgi", "worker"]
    return _running(command, folder / "worker.txt", environ)


@contextmanager
def _running(
    command: list[str], log: Path, environ: dict[str, str], *files: int
) -> Iterator[None]:
    with log.open("w") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=environ,
            pass_fds=files,
            stdout=lines,
            stderr=lines,
        )
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)
    assert "Traceback" not in log.read_text(), log.read_text()
