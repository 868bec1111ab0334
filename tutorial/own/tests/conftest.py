#: 5-6
"""What every test begins with: an application on a database of its own."""

import importlib  #: 5-5
#: 5-5

#:
import pytest

import app as inklings  #: 5-5
from app import create_app  #: 6-6
from app.extensions import db  #: 6-6
from config import Config  #: 6-6
from tests.support.browser import Browser


#: 5-5
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
#:
#: 6-6
@pytest.fixture
def app(tmp_path):
    """The application, made anew, with an empty database in a folder of its own."""
    site = create_app(Config(INSTANCE_PATH=str(tmp_path)))
    site.testing = True
    site.test_cli_runner().invoke(args=["init-db"])
    yield site
    with site.app_context():
        db.engine.dispose()
#:


@pytest.fixture
def browser(app):
    """Somebody with a browser, on no page yet."""
    return Browser(app.test_client())
#:
#: 7
"""What every test can ask for, one file for each kind of thing."""

pytest_plugins = [
    "tests.fixtures.application",
    "tests.fixtures.cast",  #: 8
    "tests.fixtures.writing",
]
#:
