"""Letters about workers that were killed, by those that take their place."""

import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.web.alarms import SERVER, ServerAlarm
from tests.support.served import environment, run_flask
from tests.support.source import ROOT
from tests.support.waiting import wait_until


@pytest.fixture
def server(tmp_path):
    """The process that all workers are forked from, with one of them."""
    settings = {"DATABASE_URL": "", "ERROR_MAIL_TO": "ann@example.org"}
    environ = environment(tmp_path, **settings)
    run_flask("db upgrade", environ)
    command = [sys.executable, "-m", "gunicorn", "--workers=1", "--bind=127.0.0.1:0"]
    with subprocess.Popen([*command, "wsgi:app"], cwd=ROOT, env=environ) as process:
        yield process.pid
        process.terminate()


def workers_of(pid):
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def test_that_a_worker_was_killed_is_a_letter(server, tmp_path):
    assert wait_until(lambda: workers_of(server), within=60)
    os.kill(int(workers_of(server)[0]), signal.SIGKILL)

    def is_told():
        letters = (tmp_path / "mail").glob("*-fault.eml")
        return any("SIGKILL" in one.read_text().replace("=\n", "") for one in letters)

    assert wait_until(is_told, within=60)


@pytest.fixture
def alarm(like, monkeypatch):
    """The letters that an alarm has written, and their alarm."""
    like(ERROR_MAIL_TO="ann@example.org")
    logger = logging.getLogger(SERVER)
    monkeypatch.setattr(logger, "propagate", False)
    [alarm] = [one for one in logger.handlers if isinstance(one, ServerAlarm)]
    alarm.written = []
    monkeypatch.setattr(alarm, "_send", alarm.written.append)
    yield alarm
    logger.removeHandler(alarm)


def stuck(alarm, worker):
    logging.getLogger(SERVER).critical("WORKER TIMEOUT (pid:%s)", worker)
    alarm.before_fork()


def test_who_is_forked_from_writes_nothing(alarm):
    stuck(alarm, 7)

    assert not alarm.written


def test_the_next_worker_does(alarm):
    stuck(alarm, 7)
    alarm.in_worker()

    assert wait_until(lambda: len(alarm.written) == 1, within=30)
    assert "WORKER TIMEOUT (pid:7)" in alarm.written[0].text


def test_and_no_later_one(alarm):
    stuck(alarm, 7)
    alarm.before_fork()
    alarm.in_worker()

    assert not alarm.written
