import re

import pytest

from app.lib.recovery import code_digest, is_well_formed, new_codes, normalized

CODE = "k7qm-2xvd-91t0-cw3n"


def test_there_are_ten_and_none_twice():
    assert len(set(new_codes())) == 10


def test_they_look_like_something_one_can_copy_by_hand():
    shape = re.compile(r"[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}")

    assert all(shape.fullmatch(code) for code in new_codes())


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.upper(),
        CODE.replace("-", " "),
        CODE.replace("-", ""),
        f"  {CODE}\n",
        "k7qm-2xvd-9Lto-cw3n",
        "k7qm-2xvd-9itO-cw3n",
        "\uff4b7qm–2xvd–91t0–cw3n",
    ],
)
def test_however_it_is_typed_it_is_the_same_code(typed):
    assert code_digest(typed) == code_digest(CODE)


@pytest.mark.parametrize("typed", ["", "287082", CODE[:-1], CODE + "x", "\x00" * 16])
def test_what_is_too_short_or_too_long_is_none(typed):
    assert not is_well_formed(typed)


def test_what_was_made_is_well_formed():
    assert all(is_well_formed(code) for code in new_codes())


def test_the_digest_does_not_give_the_code_away():
    assert normalized(CODE) not in code_digest(CODE)
