"""The site as ``bin/run`` serves it, whatever happens to its processes."""

import os
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import asdict
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random

from config import Config
from tests.support.faults.processes import children, family, is_alive, kill, runs
from tests.support.faults.services import free_port
from tests.support.settings import KEY
from tests.support.source import ROOT
from tests.support.waiting import wait_until

#: What can be killed: a worker of gunicorn, gunicorn, the worker of jobs, the script.
PARTS = ("web worker", "arbiter", "job worker", "script")
#: Seconds: two cores may be busy with other things.
PATIENCE = 60


class FaultySite:
    """The site at one port and on one database, with an operator who is awake."""

    def __init__(self, folder: Path, **settings: object) -> None:
        self.port = free_port()
        self.config = Config(
            SECRET_KEY=KEY,
            INSTANCE_PATH=str(folder),
            SITE_URL=f"http://127.0.0.1:{self.port}",
            # Short, so that what a dead worker held is soon taken; and longer
            # than a letter takes on a machine that is busy.
            OUTBOX_LEASE=10,
            # Each reader comes from a network of their own, as limits count.
            TRUSTED_PROXIES=1,
            LINK_PREVIEWS=False,
            **settings,
        )
        told = {name: _told(value) for name, value in asdict(self.config).items()}
        self.environ = {**os.environ, **told}
        self.log = folder / "log.txt"

    def start(self) -> None:
        bind = f"127.0.0.1:{self.port}"
        with self.log.open("a") as lines:
            self.script = subprocess.Popen(
                [sys.executable, "bin/_serve", "gunicorn", "--bind", bind, "wsgi:app"],
                cwd=ROOT,
                env=self.environ,
                stdout=lines,
                stderr=lines,
            )
        assert wait_until(self.answers, PATIENCE), self.log.read_text()[-4000:]

    def kill(self, part: str, chance: Random) -> None:
        """Kill one process with a signal that nobody can hear, and mend what ended.

        Gunicorn brings back its workers and the script the worker of jobs; the
        script, and gunicorn with it, come back as systemd or Docker has it.
        """
        if found := self.processes(part):
            everybody = list(family(self.script.pid))
            kill(chance.choice(found))
            if part in {"arbiter", "script"}:
                self._bury(everybody)
                self.start()

    def processes(self, part: str) -> list[int]:
        """The processes that are ``part`` of the site at this moment."""
        below = children(self.script.pid)
        arbiters = [pid for pid in below if runs(pid, "gunicorn")]
        return {
            "script": [self.script.pid],
            "arbiter": arbiters,
            "web worker": [pid for arbiter in arbiters for pid in children(arbiter)],
            "job worker": [pid for pid in below if runs(pid, "worker")],
        }[part]

    def die(self) -> None:
        """Kill all of it, and start nothing."""
        everybody = list(family(self.script.pid))
        for pid in everybody:
            kill(pid)
        self._bury(everybody)

    def end(self) -> None:
        """End it as an operator does; whoever does not listen is killed."""
        everybody = list(family(self.script.pid))
        self.script.terminate()
        self._bury(everybody)

    def answers(self) -> bool:
        with (
            closing(HTTPConnection("127.0.0.1", self.port, timeout=5)) as connection,
            suppress(OSError, HTTPException),
        ):
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        return False

    def _bury(self, everybody: list[int]) -> None:
        """Wait until all have ended, which they do by themselves."""
        with suppress(subprocess.TimeoutExpired):
            self.script.wait(PATIENCE)
        wait_until(lambda: not any(map(is_alive, everybody)), PATIENCE)
        left = [pid for pid in everybody if is_alive(pid)]
        for pid in left:
            kill(pid)
        assert not left, f"{left} outlived the site:\n{self.log.read_text()[-4000:]}"


def _told(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)
