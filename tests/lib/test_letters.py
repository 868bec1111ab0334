from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from app.lib.letters import Letter, compose, deliverable, keep

WRITTEN = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
LETTER = Letter(
    to="bob@example.org",
    name="Inklings",
    subject="Confirm your address",
    text="Dear Bob\n",
    html="<p>Dear Bob</p>\n",
)


def sent(sender="ink@example.org", key="k1", **changes):
    """A letter as it comes out of the wire again."""
    message = compose(replace(LETTER, **changes), sender, key, WRITTEN)
    return message_from_bytes(message.as_bytes(), policy=policy.SMTPUTF8)


def test_a_letter_has_both_ways_to_be_read():
    letter = sent()

    assert letter.get_body(("plain",)).get_content().strip() == "Dear Bob"
    assert letter.get_body(("html",)).get_content().strip() == "<p>Dear Bob</p>"


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("From", "Inklings <ink@example.org>"),
        ("To", "bob@example.org"),
        ("Subject", "Confirm your address"),
        ("Date", "Fri, 20 Nov 2026 14:05:00 +0000"),
        ("Message-ID", "<k1@example.org>"),
        ("Auto-Submitted", "auto-generated"),
        ("List-Unsubscribe", None),
    ],
)
def test_a_letter_says_whose_it_is(header, value):
    assert sent()[header] == value


def test_a_letter_that_one_can_end_says_how():
    letter = sent(unsubscribe="https://ink.example/end/1")

    assert letter["List-Unsubscribe"] == "<https://ink.example/end/1>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("to", ["bob@example.org", "مثال@example.org"])
def test_a_long_way_to_end_it_stands_whole_on_the_wire(to):
    page = f"https://writers-of-a-long-name.example/unsubscribe/{'x' * 400}"
    letter = replace(LETTER, to=to, unsubscribe=page)

    wire = compose(letter, "ink@example.org", "k1", WRITTEN).as_bytes()

    assert f"\r\nList-Unsubscribe: <{page}>\r\n".encode() in wire


@pytest.mark.parametrize("name", ["Ink, Inc.", "Tinte & Söhne", "حبر", 'The "Ink"'])
def test_any_name_of_a_site_stands_before_its_address(name):
    [sender] = sent(name=name)["From"].addresses

    assert (sender.display_name, sender.addr_spec) == (name, "ink@example.org")


@pytest.mark.parametrize("part", ["name", "subject", "unsubscribe"])
@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n"])
def test_no_header_smuggles_in_another(part, ending):
    with pytest.raises(ValueError, match=r"(?i)cr|lf|newline|linefeed|carriage"):
        sent(**{part: f"Hello{ending}Bcc: eve@example.org"})


@pytest.mark.parametrize(
    "address",
    [
        "bob+ink@example.org",
        "Bob.Lindqvist@example.org",
        "o'bob@example.org",
        "bob@localhost",
        f"{'b' * 64}@{'x' * 61}.{'y' * 61}.{'z' * 57}.org",
    ],
)
def test_an_address_arrives_as_it_was(address):
    [reader] = sent(to=address)["To"].addresses

    assert reader.addr_spec == address


def test_the_longest_address_is_one():
    address = f"{'b' * 64}@{'x' * 63}.{'y' * 63}.{'z' * 57}.org"

    assert len(address) == 254
    assert deliverable(address) == address


@pytest.mark.parametrize(
    ("address", "wire"),
    [
        ("bob@bücher.example", "bob@xn--bcher-kva.example"),
        ("bob@BÜCHER.example", "bob@xn--bcher-kva.example"),
        ("bob@مثال.إختبار", "bob@xn--mgbh0fb.xn--kgbechtv"),
        ("bücher@bücher.example", "bücher@xn--bcher-kva.example"),
    ],
)
def test_a_domain_in_any_script_is_found(address, wire):
    assert deliverable(address) == wire


def test_an_address_in_any_script_survives_the_wire():
    letter = replace(LETTER, to="مثال@example.org")
    wire = compose(letter, "ink@example.org", "k1", WRITTEN).as_bytes()

    assert "To: مثال@example.org\r\n".encode() in wire


@pytest.mark.parametrize(
    "address",
    ["a@b@c\n", "a b@c.org", "a@c.org,b@c.org", "<a@c.org>", "a;b@c.org", "a@\x00.org"],
)
def test_what_is_more_than_an_address_is_none(address):
    with pytest.raises(ValueError, match="address"):
        deliverable(address)


@pytest.mark.parametrize("address", ["bob@bü cher.example", "bob@ü..example"])
def test_a_domain_that_cannot_be_is_refused(address):
    with pytest.raises(ValueError, match=r"domain|address"):
        deliverable(address)


def test_a_kept_letter_is_ours_alone(tmp_path):
    keep(compose(LETTER, "ink@example.org", "k1", WRITTEN), tmp_path / "mail", "one")

    [file] = (tmp_path / "mail").iterdir()
    assert file.name == "one.eml"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_kept_twice_it_is_one_letter(tmp_path):
    for _ in range(2):
        keep(compose(LETTER, "ink@example.org", "k1", WRITTEN), tmp_path, "one")

    assert len(list(tmp_path.iterdir())) == 1
