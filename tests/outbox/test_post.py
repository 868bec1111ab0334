"""What a request leaves in the outbox."""

import pytest

from app.extensions import db
from app.models import Outbox
from app.web.mail import post
from app.web.outbox import as_if_asked
from tests.support.database import changes
from tests.support.mailbox import mailbox


@pytest.fixture
def asked(app):
    """Within a request of the site."""
    with as_if_asked():
        yield


def write(account, link="http://localhost/", **options):
    post("test", account, link=link, **options)
    db.session.commit()
    return mailbox()[-1]


def test_a_letter_goes_to_the_address_of_the_account(asked, bob):
    assert write(bob.account).to == "bob@example.org"


def test_a_letter_can_go_to_another_address(asked, bob):
    assert write(bob.account, to="new@example.org").to == "new@example.org"


def test_a_letter_says_the_same_as_text_and_as_html(asked, bob):
    letter = write(bob.account)

    assert letter.subject == "A letter from Inklings"
    assert "Go to the site:\nhttp://localhost/\n" in letter.text
    assert (
        '<a class="button" href="http://localhost/">Go to the site</a>' in letter.html
    )


def test_values_are_escaped_in_html_and_nowhere_else(asked, bob):
    letter = write(bob.account, link="http://localhost/?a=1&b=<i>")

    assert letter.links == ["http://localhost/?a=1&b=<i>"]
    assert "?a=1&amp;b=&lt;i&gt;" in letter.html


def test_a_letter_speaks_the_language_of_its_reader(asked, bob):
    bob.account.language = "ar"
    letter = write(bob.account)

    assert '<html lang="ar" dir="rtl">' in letter.html


def test_afterwards_the_page_speaks_its_own_language(asked, bob):
    bob.account.language = "de"
    write(bob.account)
    bob.account.language = ""

    assert '<html lang="en" dir="ltr">' in write(bob.account).html


def test_a_database_knows_neither_the_words_nor_the_address(asked, bob):
    write(bob.account)
    row = db.session.query(Outbox).one()

    assert "bob@" not in f"{row.payload}{row.key}"
    assert "localhost" not in row.payload


def test_what_is_posted_once_is_one_letter(asked, bob):
    with changes(Outbox, by=1):
        write(bob.account, once="welcome")
        write(bob.account, once="welcome")


def test_what_is_rolled_back_was_never_written(asked, bob):
    with changes(Outbox, by=0):
        post("test", bob.account, link="http://localhost/")
        db.session.rollback()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "bob",
        "bob@",
        "@example.org",
        "bob@example.org\nBcc: eve@example.org",
        "bob@example.org, eve@example.org",
        "Bob <bob@example.org>",
        "bob@example.org\r\n\r\nDear",
    ],
)
def test_what_is_not_one_address_is_refused(asked, address):
    with pytest.raises(ValueError, match="address"):
        post("test", None, to=address, link="http://localhost/")
