"""The image: small, without secrets, not root, and known to be well."""

import json
import re
import shlex
import subprocess
import sys
from contextlib import contextmanager
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests.support.source import ROOT


def instructions():
    """What the Dockerfile says, as (instruction, arguments), comments left out."""
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    joined = text.replace("\\\n", " ").splitlines()
    return [tuple(line.split(maxsplit=1)) for line in joined if line.strip()]


def arguments_of(name):
    return [rest for instruction, rest in instructions() if instruction == name]


def copied():
    """What is copied from this folder, not from an earlier stage."""
    copies = [
        shlex.split(rest) for rest in arguments_of("COPY") if "--from" not in rest
    ]
    return [source for *sources, _ in copies for source in sources]


def is_sent(path):
    """Whether the builder gets ``path``: the last rule that fits it decides."""
    rules = (ROOT / ".dockerignore").read_text().splitlines()
    fitting = [
        rule
        for rule in rules
        if not rule.startswith("#") and fits(path, rule.removeprefix("!"))
    ]
    return not fitting or fitting[-1].startswith("!")


def fits(path, pattern):
    steps = path.split("/")
    starts = ["/".join(steps[:n]) for n in range(1, len(steps) + 1)]
    if pattern.startswith("**/"):
        return any(fnmatch(step, pattern[3:]) for step in steps)
    return any(fnmatch(start, pattern) for start in starts)


def test_every_stage_names_the_version_that_it_builds_on():
    bases = [rest.split()[0] for rest in arguments_of("FROM")]

    assert bases
    assert all(re.fullmatch(r"python:3\.\d+-slim", base) for base in bases)


def test_the_site_does_not_run_as_root():
    last = arguments_of("USER")[-1]

    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", last), "a number, which no volume forgets"
    assert instructions().index(("USER", last)) > last_index_of("COPY")


def last_index_of(name):
    return max(n for n, (word, _) in enumerate(instructions()) if word == name)


@pytest.mark.parametrize(("status", "code"), [(200, 0), (404, 1), (503, 1)])
def test_it_is_well_when_the_site_says_so(status, code):
    with answering(status) as (port, asked):
        assert check_health(port) == code

    assert asked == ["/healthz"]


def test_it_is_not_well_when_nobody_answers():
    with answering(200) as (port, _):
        pass

    assert check_health(port) == 1


def check_health(port):
    [check] = arguments_of("HEALTHCHECK")
    command = json.loads(check.partition("CMD ")[2])
    # A proxy must not be asked about this machine.
    settings = {"PORT": str(port), "http_proxy": "http://127.0.0.1:1"}
    ran = [sys.executable, *command[1:]]
    return subprocess.run(ran, env=settings, timeout=30, capture_output=True).returncode


@contextmanager
def answering(status):
    """A site that answers with ``status``, as (port, what it was asked)."""
    asked = []

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(status)
            self.end_headers()

        def log_message(self, *args):
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Site) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port, asked
        server.shutdown()
        thread.join()


def test_no_secret_is_baked_in():
    settings = " ".join(arguments_of("ENV") + arguments_of("ARG"))

    assert not re.search(r"KEY|SECRET|PASSWORD|TOKEN|DATABASE_URL", settings)
    assert not arguments_of("ADD")


def test_pip_leaves_nothing_behind():
    installs = [rest for rest in arguments_of("RUN") if rest.startswith("pip ")]

    assert installs
    assert all("--no-cache-dir" in install for install in installs)
    assert not any("apt-get" in rest for rest in arguments_of("RUN"))


def test_what_is_copied_exists():
    missing = [source for source in copied() if not (ROOT / source).exists()]

    assert copied()
    assert not missing


def test_every_module_beside_the_packages_is_copied():
    modules = {path.name for path in ROOT.glob("*.py")}

    assert modules <= set(copied())


def test_what_is_copied_is_sent():
    kept_back = [source for source in copied() if not is_sent(source)]

    assert not kept_back, "allow it in .dockerignore"


@pytest.mark.parametrize(
    "path",
    [
        ".env",
        ".git/config",
        ".venv/bin/python",
        "app/posts/__pycache__/views.cpython-312.pyc",
        "instance/secret_key",
        "tests/conftest.py",
        "backup.sql",
    ],
)
def test_what_the_site_does_not_run_on_stays_outside(path):
    assert not is_sent(path)


def test_the_entry_point_can_be_executed():
    [entry] = arguments_of("ENTRYPOINT")

    path = ROOT / entry.strip('[]"').removeprefix("/app/")
    assert path.stat().st_mode & 0o111 == 0o111
