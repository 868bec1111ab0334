import pytest
from argon2 import PasswordHasher

from app.lib.passwords import (
    hash_password,
    is_guessable,
    needs_rehash,
    password_matches,
)
from tests.support.quick import EARNEST

HASHED = hash_password("seven quiet herons")


def test_a_hash_says_how_it_was_made_and_not_of_what():
    hashed = EARNEST.hash("seven quiet herons")

    assert hashed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert len(hashed) <= 255


def test_the_same_password_is_hashed_differently_each_time():
    assert hash_password("seven quiet herons") != HASHED


def test_the_right_password_matches():
    assert password_matches("seven quiet herons", HASHED)


@pytest.mark.parametrize(
    "guess", ["", "Seven quiet herons", "seven quiet herons ", "\x00"]
)
def test_a_wrong_password_does_not(guess):
    assert not password_matches(guess, HASHED)


@pytest.mark.parametrize("hashed", [None, "", "not a hash", "$argon2id$v=19$m=1$x$y"])
def test_without_a_hash_no_password_matches(hashed):
    assert not password_matches("the password of nobody in particular", hashed)


def test_a_hash_of_today_is_good_enough():
    assert not needs_rehash(HASHED)


def test_a_cheaper_hash_is_made_again():
    assert needs_rehash(
        PasswordHasher(time_cost=1, memory_cost=64).hash("seven quiet herons")
    )


@pytest.mark.parametrize(
    "password",
    ["password123", "1234567890", "qwertyuiop", "aaaaaaaaaaaa", "iloveyou12"],
)
def test_common_passwords_are_guessable(password):
    assert is_guessable(password)


def test_the_own_name_is_guessable():
    assert is_guessable("annokafor1", "annokafor", "ann@example.org", "")


@pytest.mark.parametrize(
    "password",
    ["seven quiet herons", "漢字の合言葉は長い方がいい", "tidal grey quartz oven " * 8],
)
def test_these_are_not(password):
    assert not is_guessable(password, "ann", "", "Ann Okafor")
