"""What a letter is, and what nobody can smuggle into one."""

import pytest

from app.extensions import db  #: 19
from app.lib.letters import Letter, compose
from app.models.columns import now
from app.web.mail import post
from tests.support.mailbox import mailbox


def composed(**changed):
    words = {"to": "ann@example.org", "name": "Inklings", "subject": "Hello"}
    letter = Letter(**{**words, "text": "Hi.", "html": "<p>Hi.</p>", **changed})
    return compose(letter, "ink@example.org", "key", now())


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"subject": "Hello\r\nBcc: all@example.org"}, "linefeed or carriage return"),
        ({"to": "ann@example.org\nBcc: all@example.org"}, "not one address"),
        ({"to": "ann@example.org, eve@example.org"}, "not one address"),
    ],
)
def test_no_header_can_be_smuggled_in(changed, why):
    with pytest.raises(ValueError, match=why):
        composed(**changed)


def test_a_letter_says_it_in_words_and_in_html(app, bob):
    with app.test_request_context():
        post("recovery", bob.account, link="http://127.0.0.1:5000/?a=1&b=2")
        db.session.commit()  #: 19

    assert "/?a=1&b=2" in mailbox()[0].text
    assert "/?a=1&amp;b=2" in mailbox()[0].html


def test_another_address_can_be_written_to(app, bob):
    with app.test_request_context():
        post("recovery", bob.account, to="robert@example.org", link="")
        db.session.commit()  #: 19

    assert mailbox()[0].to == "robert@example.org"
#: 19


def test_what_is_rolled_back_is_not_written(app, bob):
    with app.test_request_context():
        post("recovery", bob.account, link="")
        db.session.rollback()

    assert mailbox() == []


def test_what_is_no_address_is_said_at_once(app, bob):
    with app.test_request_context(), pytest.raises(ValueError, match="not one address"):
        post("recovery", bob.account, to="bob", link="")
#:
