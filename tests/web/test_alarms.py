"""Letters about faults: soon, once, and without anybody's words."""

import pytest
from sqlalchemy import func, select

from app.extensions import db
from app.models import Outbox
from app.web.access import public
from tests.support.smtp import post_office
from tests.support.waiting import wait_until

WORDS = "my diary, page seven"


@pytest.fixture
def office():
    with post_office() as office:
        yield office


@pytest.fixture
def site(like, office):
    """A site whose admin wants to know, and a way to break it."""
    url = f"smtp://127.0.0.1:{office.port}"
    app = like(MAIL_URL=url, ERROR_MAIL_TO="ann@example.org")

    def crash(how):
        app.view_functions["explore.index"] = public(lambda **_: how())
        return app.test_client().get("/explore/?q=lighthouse")

    app.crash = crash
    return app


def divide():
    return 1 / 0


def read():
    return int(WORDS)


def text_of(letter):
    return letter.get_body(("plain",)).get_content()


def test_a_crash_is_a_letter_that_names_it(site, office):
    answer = site.crash(divide)
    assert office.wait_for(1)
    letter = office.letters[0]

    assert letter["Subject"] == "Inklings: ZeroDivisionError in explore.index"
    assert answer.headers["X-Request-Id"] in text_of(letter)
    assert office.readers == ["ann@example.org"]


def test_it_has_nobodys_words(site, office):
    site.crash(read)
    assert office.wait_for(1)
    told = office.letters[0].as_string()

    assert "in read" in told
    assert not [words for words in (WORDS, "diary", "lighthouse") if words in told]


def test_it_goes_past_the_outbox(site, office):
    site.crash(divide)
    assert office.wait_for(1)

    assert db.session.scalar(select(func.count(Outbox.id))) == 0


def test_one_fault_is_one_letter_and_another_is_another(site, office):
    for how in (divide, divide, divide, read, read):
        site.crash(how)
    assert office.wait_for(2)

    subjects = {letter["Subject"].split()[1] for letter in office.letters}
    assert subjects == {"ZeroDivisionError", "ValueError"}
    assert not office.wait_for(3, within=0.2)


def test_a_mail_server_that_is_away_stops_nobody(like, capsys):
    app = like(MAIL_URL="smtp://127.0.0.1:1", ERROR_MAIL_TO="ann@example.org")
    told = []
    app.view_functions["explore.index"] = public(lambda **_: divide())
    answer = app.test_client().get("/explore/")

    assert answer.status_code == 500
    assert wait_until(
        lambda: (
            told.append(capsys.readouterr().err)
            or "No letter about a fault was sent" in "".join(told)
        ),
        within=30,
    )


def test_without_a_mail_server_it_is_kept(like, settings):
    app = like(ERROR_MAIL_TO="ann@example.org")
    app.view_functions["explore.index"] = public(lambda **_: divide())
    app.test_client().get("/explore/")
    folder = settings.instance / "mail"

    assert wait_until(lambda: any(folder.glob("*-fault.eml")), within=30)
