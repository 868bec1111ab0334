"""Exercise 8: a hash of yesterday is made anew when its password comes by."""

import pytest
from argon2 import PasswordHasher

from app.extensions import db
from app.lib.passwords import needs_rehash, password_matches
from app.models import Account
from tests.support.browser import PASSWORD

YESTERDAY = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


@pytest.fixture
def old_hash(bob):
    """Bob's password, hashed with the parameters of another year."""
    hashed = YESTERDAY.hash(PASSWORD)
    db.session.execute(db.update(Account).values(password_hash=hashed))
    db.session.commit()
    return hashed


def kept_hash():
    return db.session.scalar(db.select(Account.password_hash))


def test_signing_in_makes_the_hash_anew(browser, bob, old_hash):
    browser.sign_in(bob)

    assert not needs_rehash(kept_hash())
    assert password_matches(PASSWORD, kept_hash())


def test_a_wrong_password_changes_nothing(browser, bob, old_hash):
    browser.visit("/sign-in").submit(identifier="bob", password=PASSWORD[::-1])

    assert kept_hash() == old_hash


def test_a_hash_of_today_stays(browser, bob):
    before = kept_hash()
    browser.sign_in(bob)

    assert kept_hash() == before
