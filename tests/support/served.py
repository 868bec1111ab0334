"""The site as gunicorn serves it, in a process of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
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
    :param settings: what stands in its environment beside.
    """
    port = socket.create_server(("127.0.0.1", 0), backlog=64)
    address = f"http://{host}:{port.getsockname()[1]}"
    with database as url, closing(port):
        environ = _environ(folder, DATABASE_URL=url, SITE_URL=address, **settings)
        for command in ("db upgrade", *commands):
            _flask(command, environ)
        with _gunicorn(port, folder / "log.txt", environ):
            yield address


def _environ(folder: Path, **settings: str) -> dict[str, str]:
    given = {"SECRET_KEY": KEY, "INSTANCE_PATH": str(folder), "REDIS_URL": ""}
    return {**os.environ, **given, **settings}


def _flask(command: str, environ: dict[str, str]) -> None:
    program = [sys.executable, "-m", "flask", "--app", "wsgi", *command.split()]
    done = subprocess.run(
        program, cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"flask {command}:\n{done.stdout}{done.stderr}"


@contextmanager
def _gunicorn(
    port: socket.socket, log: Path, environ: dict[str, str]
) -> Iterator[None]:
    """It inherits the open port, so that the first visitor waits instead of failing."""
    bind = f"fd://{port.fileno()}"
    with log.open("w") as lines:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "gunicorn",
                "--workers=1",
                "--bind",
                bind,
                "wsgi:app",
            ],
            cwd=ROOT,
            env=environ,
            pass_fds=[port.fileno()],
            stdout=lines,
            stderr=lines,
        )
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)
    assert "Traceback" not in log.read_text(), log.read_text()
