#: 5-5
"""What every test begins with: an application on a database of its own."""

import importlib

import pytest

import app as inklings
from tests.support.browser import Browser


@pytest.fixture
def app(tmp_path, monkeypatch):
    """The application, made anew, with an empty database in a folder of its own."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/test.db")
    site = importlib.reload(inklings)
    site.app.testing = True
    site.app.test_cli_runner().invoke(args=["init-db"])
    yield site.app
    with site.app.app_context():
        site.db.engine.dispose()


@pytest.fixture
def browser(app):
    """Somebody with a browser, on no page yet."""
    return Browser(app.test_client())
#:
#: 6
"""What every test can ask for, one file for each kind of thing."""

pytest_plugins = [
    "tests.fixtures.application",
    "tests.fixtures.cast",  #: 8
    "tests.fixtures.writing",
]
#:
