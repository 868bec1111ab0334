"""Exercise 11: a command that writes a letter, to see whether mail arrives."""

import pytest

from tests.support.mailbox import mailbox


@pytest.fixture
def said(app):
    """What ``flask mail-test`` says to somebody's address."""
    runner = app.test_cli_runner()
    return lambda address: runner.invoke(args=["mail-test", address])


def test_it_writes_to_the_address(said):
    assert said("fay@example.org").exit_code == 0

    letter = mailbox()[0]
    assert letter.to == "fay@example.org"
    assert letter.subject == "A letter from Inklings"


def test_the_link_in_it_leads_to_the_site(said):
    said("fay@example.org")

    assert mailbox()[0].links[0].startswith("http://127.0.0.1:5000/")


def test_it_says_where_the_letter_went(said, app):
    assert app.instance_path in said("fay@example.org").output


@pytest.mark.parametrize("address", ["fay", "fay@example.org\nBcc: all@example.org"])
def test_what_is_no_address_is_refused(said, address):
    answer = said(address)

    assert answer.exit_code == 2
    assert "This is not one address." in answer.output
    assert mailbox() == []
