"""Letters on their way to a real mail server, as kind or unkind as it may be."""

from contextlib import contextmanager

import pytest

from app.extensions import db
from app.lib import post_office as lib
from app.models import Outbox
from app.web.mail import post
from app.web.outbox import as_if_asked
from tests.support.mailbox import deliver_all
from tests.support.smtp import PASSWORD, post_office


@pytest.fixture
def office(app, office, monkeypatch):
    """The mail server, known to the site."""
    monkeypatch.setitem(app.config, "MAIL_URL", f"smtp://127.0.0.1:{office.port}")
    return office


def sent_to(address):
    """The row of a letter to ``address``, after a worker had it."""
    with as_if_asked():
        post("test", None, to=address, link="http://localhost/")
        db.session.commit()
    deliver_all()
    db.session.expire_all()
    return db.session.query(Outbox).one()


def test_a_letter_arrives(office):
    row = sent_to("bob@example.org")

    assert office.letters[0]["Subject"] == "A letter from Inklings"
    assert office.readers == ["bob@example.org"]
    assert row.delivered_at


def test_what_is_delivered_is_forgotten(office):
    assert sent_to("bob@example.org").payload == ""


def test_it_is_sent_once(office):
    sent_to("bob@example.org")
    deliver_all()

    assert len(office.letters) == 1


@pytest.mark.parametrize(
    "address",
    [
        "bob+ink@example.org",
        "BOB@example.org",
        f"{'b' * 64}@{'x' * 63}.{'y' * 63}.{'z' * 57}.org",
    ],
)
def test_odd_addresses_get_their_letter(office, address):
    sent_to(address)

    assert office.readers == [address]


def test_a_domain_in_another_script_is_asked_for_by_its_wire_name(office):
    sent_to("bob@bücher.example")

    assert office.readers == ["bob@xn--bcher-kva.example"]


def test_an_address_in_another_script_gets_its_letter(office):
    sent_to("bücher@example.org")

    assert office.readers == ["bücher@example.org"]


def test_unless_the_server_knows_no_such_address(app, monkeypatch):
    with post_office(enable_SMTPUTF8=False) as office:
        monkeypatch.setitem(app.config, "MAIL_URL", f"smtp://127.0.0.1:{office.port}")
        row = sent_to("bücher@example.org")

    assert row.failed_at
    assert row.last_error == "The mail server does not know addresses like this."


@contextmanager
def answering(office, answer, to="bob@example.org"):
    office.answers[to] = answer
    yield
    del office.answers[to]


def test_nobody_there_is_final(office):
    with answering(office, "550 5.1.1 <bob@example.org>: nobody here"):
        row = sent_to("bob@example.org")

    assert row.failed_at
    assert row.last_error == "550 5.1.1 …: nobody here"


def test_not_now_is_not_final(office):
    with answering(office, "451 4.3.0 Try again later"):
        row = sent_to("bob@example.org")

    assert not row.failed_at
    assert (row.attempts, row.last_error) == (1, "451 4.3.0 Try again later")


def test_one_refused_reader_does_not_stop_the_others(office):
    with answering(office, "550 Nobody here", to="eve@example.org"), as_if_asked():
        for name in ("eve", "bob"):
            post("test", None, to=f"{name}@example.org", link="http://localhost/")
        db.session.commit()
        deliver_all()

    assert office.readers == ["bob@example.org"]


def test_a_letter_that_is_refused_whole_is_final(office):
    with answering(office, "554 5.7.1 Looks like spam", to=""):
        assert sent_to("bob@example.org").failed_at


def test_a_server_that_is_down_is_tried_again(app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://127.0.0.1:1")
    row = sent_to("bob@example.org")

    assert not row.failed_at
    assert "refused" in row.last_error


def test_a_server_that_does_not_answer_in_time_is_tried_again(office, monkeypatch):
    monkeypatch.setattr(lib, "PATIENCE", 0.2)
    office.is_awake.clear()
    row = sent_to("bob@example.org")

    assert not row.delivered_at
    assert "timed out" in row.last_error


def test_each_try_is_the_same_letter(office):
    with answering(office, "451 Later", to=""):
        row = sent_to("bob@example.org")
    db.session.execute(Outbox.__table__.update().values(due_at=row.created_at))
    deliver_all()

    first, second = office.letters
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Date"] == second["Date"]


def test_a_wrong_password_is_no_fault_of_the_letter(office, app, monkeypatch):
    url = f"smtp://ink:wrong{PASSWORD[0]}@127.0.0.1:{office.port}"
    monkeypatch.setitem(app.config, "MAIL_URL", url)

    assert not sent_to("bob@example.org").failed_at
