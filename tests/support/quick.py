"""Passwords that are hashed in no time: nobody guesses those of the tests."""

from argon2 import PasswordHasher

from app.lib import passwords

#: What the site hashes with.
EARNEST = passwords._hasher


def hash_quickly() -> None:
    passwords._hasher = PasswordHasher(time_cost=1, memory_cost=128, parallelism=1)
    passwords._NOBODY = passwords.hash_password("the password of nobody in particular")
