"""A worker that is killed between sending a letter and noting it."""

import os
import signal
import subprocess
import sys
from email import message_from_bytes
from pathlib import Path

import pytest

from app.extensions import db
from app.models import Outbox
from app.models.columns import now
from app.web.mail import folder, post
from app.web.outbox import work
from tests.fixtures.application import KEY

ROOT = Path(__file__).parent.parent.parent
#: A worker that dies when the letter is out and the database does not know yet.
MORTAL = """
import os, signal
import app.web.outbox
app.web.outbox._note = lambda _verdict: os.kill(os.getpid(), signal.SIGKILL)
from wsgi import app as site
with site.app_context():
    app.web.outbox.work()
"""


def the_row():
    query = db.select(Outbox).execution_options(populate_existing=True)
    return db.session.scalars(query).one()


@pytest.fixture
def killed(app, bob):
    """A letter to Bob that a worker sent and had no time to note."""
    with app.test_request_context():
        post("recovery", bob.account, link="")
        db.session.commit()
    site = {"SECRET_KEY": KEY, "INSTANCE_PATH": app.instance_path}
    mortal = [sys.executable, "-c", MORTAL]
    ended = subprocess.run(mortal, cwd=ROOT, env={**os.environ, **site}, check=False)
    assert ended.returncode == -signal.SIGKILL


def message_ids():
    letters = [message_from_bytes(path.read_bytes()) for path in folder().glob("*.eml")]
    return [letter["Message-ID"] for letter in letters]


def test_the_letter_is_out_and_nobody_noted_it(killed):
    assert len(message_ids()) == 1
    assert the_row().delivered_at is None
    assert the_row().attempts == 1


def test_until_the_lease_is_over_nobody_touches_it(killed):
    assert work() == 0


def test_then_it_goes_out_once_more_under_the_same_name(killed):
    first = message_ids()
    db.session.execute(db.update(Outbox).values(leased_until=now()))
    db.session.commit()

    assert work() == 1
    assert message_ids() == first
    assert the_row().delivered_at
