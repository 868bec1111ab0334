"""A served site that can be killed, as by a plug that is pulled, and comes back."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tests.support.served import environment, run_flask
from tests.support.source import ROOT
from tests.support.waiting import wait_until


class MortalSite:
    """The demo site at one address and on one database, whatever happens to it."""

    def __init__(self, folder: Path, database: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        settings = {"DATABASE_URL": database, "SITE_URL": self.address}
        self.environ = environment(folder, **settings)
        self.log = folder / "log.txt"
        for command in ("db upgrade", "seed"):
            run_flask(command, self.environ)
        self.start()

    def start(self) -> None:
        """Serve, in a group of processes that dies at once."""
        bind = f"--bind=127.0.0.1:{self.port}"
        command = [sys.executable, "-m", "gunicorn", "--workers=1", bind, "wsgi:app"]
        with self.log.open("a") as lines:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environ,
                stdout=lines,
                stderr=lines,
                start_new_session=True,
            )
        assert wait_until(self.answers, within=20), self.log.read_text()

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=20)

    def answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return True
        return False
