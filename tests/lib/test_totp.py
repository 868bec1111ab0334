import base64

import pytest

from app.lib.totp import (
    as_typed,
    grouped,
    matching_step,
    new_secret,
    provisioning_uri,
)

# RFC 6238, appendix B: the last six of its eight digits, by SHA-1.
SECRET = base64.b32encode(b"12345678901234567890").decode()
VECTORS = [
    (59, "287082"),
    (1111111109, "081804"),
    (1111111111, "050471"),
    (1234567890, "005924"),
    (2000000000, "279037"),
    (20000000000, "353130"),
]
NOW = 1234567890 - 1234567890 % 30 + 15


@pytest.mark.parametrize(("at", "code"), VECTORS)
def test_the_vectors_of_the_standard_match(at, code):
    assert matching_step(SECRET, code, at) == at // 30


@pytest.mark.parametrize(
    ("skew", "is_right"),
    [
        (-90, False),
        (-60, False),
        (-46, False),
        (-30, True),
        (-15, True),
        (0, True),
        (14, True),
        (30, True),
        (45, False),
        (60, False),
        (90, False),
    ],
)
def test_a_clock_may_be_wrong_by_one_step(skew, is_right):
    assert (matching_step(SECRET, "005924", NOW + skew) is not None) is is_right


@pytest.mark.parametrize("skew", [-30, 0, 30])
def test_the_step_is_that_of_the_code_not_of_the_clock(skew):
    assert matching_step(SECRET, "005924", NOW + skew) == NOW // 30


@pytest.mark.parametrize(
    "typed", ["005924", " 005 924 ", "005-924", "٠٠٥٩٢٤", "००५९२४", "005\u00a0924"]
)
def test_a_code_is_read_however_it_is_typed(typed):
    assert matching_step(SECRET, typed, NOW) is not None


@pytest.mark.parametrize(
    "typed", ["", "5924", "0059240", "00592a", "\x00", "\ud800" * 6, "9" * 10_000]
)
def test_anything_else_is_no_code(typed):
    assert matching_step(SECRET, typed, NOW) is None


def test_the_beginning_of_time_is_no_trouble():
    assert matching_step(SECRET, "755224", 0) == 0


def test_a_secret_has_160_bits_and_is_never_the_same():
    one, other = new_secret(), new_secret()

    assert one != other
    assert len(base64.b32decode(one)) == 20


def test_a_secret_can_be_typed_in_groups():
    assert grouped("JBSWY3DPEHPK3PXP") == "JBSW Y3DP EHPK 3PXP"


def test_the_address_names_site_and_person():
    address = provisioning_uri(SECRET, "ann", "Ink & Quill")

    assert address.startswith("otpauth://totp/Ink%20%26%20Quill:ann?")
    assert f"secret={SECRET}" in address
    assert "issuer=Ink%20%26%20Quill" in address


def test_letters_are_left_as_they_are():
    assert as_typed(" a1 ") == "a1"
