"""What docker-compose.yml starts, started here: on this machine's PostgreSQL and Redis.

``bin/ci`` runs it. Without containers it cannot show that images build and networks
connect; it shows that every command does what its neighbours wait for.
"""

import os
import signal
import socket
import subprocess
import sys
from contextlib import closing, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.support.compose import compose
from tests.support.databases import scratch_database
from tests.support.source import ROOT
from tests.support.waiting import wait_until

SERVER, REDIS = os.environ.get("DATABASE_URL", ""), os.environ.get("REDIS_URL", "")
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
# Each start imports the site three times, and other tests run beside it.
PATIENCE = 240
# What the image adds to the environment, as its test says.
IMAGE = {"PATH": PATH, "FLASK_APP": "wsgi"}

pytestmark = pytest.mark.skipif(
    not (SERVER.startswith("postgres") and REDIS),
    reason="needs DATABASE_URL of a PostgreSQL and REDIS_URL: bin/ci has both",
)


class Services:
    """The services, with the folder and the addresses of this machine."""

    def __init__(self, folder, url):
        self.folder = folder
        self.described = compose(DATABASE_URL=url, REDIS_URL=REDIS)["services"]
        self.started = []

    def environ(self, name, port):
        inside = {"INSTANCE_PATH": str(self.folder / "data"), "PORT": str(port)}
        return IMAGE | self.described[name]["environment"] | inside

    def start(self, name, port=0):
        """Run the command of ``name`` behind the image's entry point."""
        process = subprocess.Popen(
            [ROOT / "bin/entrypoint", self.described[name]["command"]],
            env=self.environ(name, port),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def finish(self, name):
        process = self.start(name)
        said = process.communicate(timeout=PATIENCE)[0]
        assert process.returncode == 0, said
        return said

    def is_well(self, name, port):
        """Whether the health check of ``name`` says so, asked at ``port``."""
        check = self.described[name]["healthcheck"]["test"][1:]
        at_this_port = [word.replace("8000", str(port)) for word in check]
        asked = subprocess.run(
            at_this_port, cwd=ROOT, env=self.environ(name, port), capture_output=True
        )
        return asked.returncode == 0

    def end(self):
        for process in self.started:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        self.started.clear()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, worker_id):
    """The services after ``migrate``, which has made what they all need."""
    folder = tmp_path_factory.mktemp("services")
    with scratch_database(SERVER, f"{worker_id}_services") as url:
        services = Services(folder, url)
        services.said = services.finish("migrate")
        yield services


@pytest.fixture
def services(prepared):
    """Of which nothing runs when the test is over."""
    yield prepared
    prepared.end()


@pytest.fixture
def sites(services):
    """Three that start at once, after the migration, as compose lets them."""
    ports = [free_port() for _ in range(3)]
    for port in ports:
        services.start("web", port)
    assert all(answers(port) for port in ports)
    return ports


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def answers(port):
    """Whether the site at ``port`` does, in a while."""
    return wait_until(lambda: asked(port, "/healthz") == 200, PATIENCE)


def asked(port, path):
    """The status that the site at ``port`` answers with; None if it does not."""
    try:
        with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as site:
            site.request("GET", path)
            return site.getresponse().status
    except ConnectionRefusedError:
        return None


def test_the_migration_makes_the_key_and_the_tables_and_ends(services):
    assert "The database went from nothing to " in services.said
    assert len((services.folder / "data/secret_key").read_text()) == 64


def test_the_migration_can_run_at_each_start(services):
    assert "The database went" not in services.finish("migrate")


def test_three_sites_serve_one_database(services, sites):
    assert [asked(port, "/setup/") for port in sites] == [200, 200, 200]
    assert all(services.is_well("web", port) for port in sites)


def test_a_site_that_does_not_answer_is_not_well(services):
    assert not services.is_well("web", free_port())


def test_a_site_that_is_told_to_stop_ends_by_itself(services):
    port = free_port()
    site = services.start("web", port)
    assert answers(port)

    site.terminate()

    assert site.wait(timeout=PATIENCE) == 0
    assert asked(port, "/healthz") is None


def test_the_worker_works_and_is_well(services):
    worker = services.start("worker")

    assert services.is_well("worker", 0)
    worker.terminate()
    # It may be told before Python runs, in the shell that begins it.
    assert worker.wait(timeout=PATIENCE) in {0, -signal.SIGTERM, 128 + signal.SIGTERM}
