"""bin/entrypoint: what a container does when it starts, here without the container."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import closing, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.support.source import ROOT
from tests.support.waiting import wait_until

PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
NOWHERE = "postgresql://nobody:a-word@127.0.0.1:1/nothing"
# A start imports the site three times, and other tests run beside it.
PATIENCE = 60


class Start:
    """A started entry point and what it has said so far."""

    def __init__(self, instance, *command, **settings):
        self.port, self.said = free_port(), ""
        self.process = subprocess.Popen(
            [ROOT / "bin/entrypoint", *command],
            env={"PATH": PATH, "INSTANCE_PATH": instance, "PORT": self.port} | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def serve(self):
        """Wait until it answers, or until it has ended."""
        wait_until(lambda: self.answers() or self.process.poll() is not None, PATIENCE)
        assert self.process.poll() is None, f"it ended: {self.end()}, {self.said}"
        assert self.answers()
        return self

    def answers(self):
        try:
            return answer(self.port, "/healthz") == (200, "ok\n")
        except ConnectionRefusedError:
            return False

    def end(self):
        """Let it end by itself and read all that it says."""
        self.said += self.process.communicate(timeout=PATIENCE)[0].decode()
        return self.process.returncode

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.end()

    def is_gone(self):
        """Whether no process of it is left, the workers included, in a moment."""
        return wait_until(lambda: not self.has_processes(), within=5)

    def has_processes(self):
        return bool(self.processes())

    def processes(self, words=""):
        """The numbers of what it has started, in whichever group that is."""
        listed = ["ps", "-ww", "-o", "pid=,args=", "-s", str(self.process.pid)]
        lines = subprocess.run(listed, capture_output=True, text=True).stdout
        return [
            int(line.split()[0])
            for line in lines.splitlines()
            if words in line and "<defunct>" not in line
        ]

    def end_all(self):
        for number in self.processes():
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self.process.communicate()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def answer(port, path):
    with closing(HTTPConnection("127.0.0.1", int(port), timeout=10)) as site:
        site.request("GET", path)
        page = site.getresponse()
        return page.status, page.read().decode()


@pytest.fixture
def start(tmp_path):
    """Start the entry point on a folder of its own; nothing outlives the test."""
    started = []

    def start(*command, **settings):
        started.append(Start(tmp_path / "data", *command, **settings))
        return started[-1]

    yield start
    for one in started:
        one.end_all()


@pytest.fixture
def key(tmp_path):
    return tmp_path / "data" / "secret_key"


def test_an_empty_volume_becomes_a_site(start, key):
    site = start().serve()

    assert site.answers()
    assert answer(site.port, "/setup/")[0] == 200, "its tables are there"
    assert key.stat().st_mode & 0o777 == 0o600


def test_a_restart_keeps_the_key(start, key):
    key.parent.mkdir()
    key.write_text("k" * 64)

    start().serve()

    assert key.read_text() == "k" * 64


def test_a_key_of_the_owner_is_not_joined_by_another(start, key):
    start(SECRET_KEY="k" * 64).serve()

    assert not key.exists()


def test_being_told_to_stop_ends_everything(start):
    site = start().serve()

    assert site.stop() == 0
    assert site.is_gone()


def test_site_and_worker_run_side_by_side(start):
    site = start().serve()

    assert wait_until(lambda: site.processes("wsgi worker"), PATIENCE)
    assert site.processes("gunicorn")


def test_ctrl_c_ends_everything_without_a_word_more(start):
    site = start().serve()
    site.process.send_signal(signal.SIGINT)

    assert site.end() == 0
    assert site.is_gone()
    assert "Traceback" not in site.said


def test_a_worker_that_died_is_replaced(start):
    site = start().serve()
    wait_until(lambda: site.processes("wsgi worker"), PATIENCE)
    [worker] = site.processes("wsgi worker")
    os.kill(worker, signal.SIGKILL)

    assert wait_until(
        lambda: set(site.processes("wsgi worker")) - {worker}, within=PATIENCE
    )
    assert site.answers()


def test_when_the_site_ends_by_itself_so_does_the_worker(start):
    site = start().serve()
    os.kill(min(site.processes("gunicorn --bind")[1:]), signal.SIGTERM)

    assert site.end() == 0
    assert site.is_gone()


def test_the_site_can_run_alone(start):
    site = start("web").serve()

    assert not site.processes("wsgi worker")
    assert site.stop() == 0


def test_the_worker_can_run_alone(start):
    worker = start("worker")

    assert wait_until(lambda: worker.processes("wsgi worker"), PATIENCE)
    assert not worker.processes("gunicorn")


def test_a_command_runs_instead(start, key):
    run = start("sh", "-c", "echo hello; exit 7")

    assert run.end() == 7
    assert run.said == "hello\n"
    assert not key.exists()


def test_a_wrong_setting_is_told_at_once(start):
    run = start(SITE_URL="example.org")

    assert run.end() == 1
    assert "SITE_URL must look like https://example.org." in run.said


def test_a_database_that_does_not_answer_is_waited_for_in_vain(start):
    run = start(DATABASE_URL=NOWHERE, DATABASE_WAIT="1")

    assert run.end() == 1
    assert "The database did not answer within 1 seconds" in run.said
    assert "refused" in run.said


def test_what_went_wrong_is_told_without_the_password(start):
    run = start(DATABASE_URL=NOWHERE, DATABASE_WAIT="0")
    run.end()

    assert "127.0.0.1" in run.said
    assert "a-word" not in run.said


def test_being_told_to_stop_while_it_waits_ends_it(start):
    run = start(DATABASE_URL=NOWHERE, DATABASE_WAIT=str(PATIENCE))

    assert run.stop() in {143, -signal.SIGTERM}
    assert "did not answer" not in run.said
