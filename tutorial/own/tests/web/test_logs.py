"""Lines that a program can read, and in which nobody's words stand."""

import json
import logging

import pytest

from app import create_app
from config import Config
from tests.fixtures.application import KEY


@pytest.fixture
def told(tmp_path, capfd):
    """What is written down while ``paths`` are asked for."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    config = Config(SECRET_KEY=KEY, INSTANCE_PATH=str(tmp_path), LOG_FORMAT="json")

    def ask(path):
        create_app(config).test_client().get(path)
        return [json.loads(line) for line in capfd.readouterr().err.splitlines()]

    yield ask
    root.handlers, root.level = handlers, level


def test_a_request_is_one_line(told):
    (line,) = told("/about")

    assert line["endpoint"] == "pages.about"
    assert line["status"] == 200
    assert line["ms"] > 0


def test_no_secret_of_an_address_is_written_down(told):
    assert "SECRET" not in json.dumps(told("/forgotten-password/SECRET?q=SECRET"))


def test_what_fails_says_where(told):
    failed = next(line for line in told("/explore/") if "trace" in line)

    assert failed["endpoint"] == "explore.index"
    assert "no such table" in failed["trace"]
    assert failed["message"] == "exception"
