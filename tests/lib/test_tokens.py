import re
from uuid import UUID

import pytest

from app.lib.tokens import digest, new_form_key, new_token


def test_tokens_differ_and_fit_into_an_address():
    tokens = {new_token() for _ in range(100)}

    assert len(tokens) == 100
    assert all(re.fullmatch(r"[\w-]{43}", token) for token in tokens)


def test_a_digest_is_the_sha_256_that_everybody_computes():
    assert (
        digest("abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


@pytest.mark.parametrize("sent", ["", "\ud800", "é", "x" * 100_000])
def test_whatever_a_cookie_holds_has_a_digest(sent):
    assert re.fullmatch("[0-9a-f]{64}", digest(sent))


def test_form_keys_differ_and_fit_into_their_column():
    keys = {new_form_key() for _ in range(100)}

    assert len(keys) == 100
    assert all(str(UUID(key)) == key for key in keys)
