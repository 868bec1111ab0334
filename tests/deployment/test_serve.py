"""The site and its worker side by side: whatever ends that, nothing stays behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.support.settings import KEY
from tests.support.source import ROOT

# Any module that serves will do.
SITE = ("http.server", "--bind", "127.0.0.1", "0")


@pytest.fixture
def serving(tmp_path) -> Iterator["subprocess.Popen[str]"]:
    """All that it starts has the same output, and keeps it open until it ends."""
    environ = {"SECRET_KEY": KEY, "INSTANCE_PATH": str(tmp_path), "DATABASE_URL": ""}
    process = subprocess.Popen(
        [sys.executable, "bin/_serve", *SITE],
        cwd=ROOT,
        env={**os.environ, **environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert "Serving" in process.stdout.readline()
    yield process
    process.kill()
    process.communicate(timeout=30)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_takes_both_along(serving, number):
    serving.send_signal(number)

    serving.communicate(timeout=30)
    assert serving.returncode == 128 + signal.SIGTERM


def test_told_many_times_at_once_it_ends_as_if_told_once(serving):
    for _ in range(2_000):
        serving.send_signal(signal.SIGTERM)

    serving.communicate(timeout=60)
    # The last ones may reach an interpreter that is already taking its leave.
    assert serving.returncode in {128 + signal.SIGTERM, -signal.SIGTERM}


def test_even_when_it_is_killed_nothing_stays_behind(serving):
    serving.kill()

    serving.communicate(timeout=30)
    assert serving.returncode == -signal.SIGKILL
