import pytest
from argon2 import PasswordHasher, extract_parameters
from sqlalchemy.exc import IntegrityError

from app import events
from app.extensions import db
from app.lib.passwords import needs_rehash
from app.models import Account, User
from app.models.account import account_behind
from tests.fixtures.cast import PASSWORD, hashed, join
from tests.support.accounts import account_of
from tests.support.database import changes, queries


@pytest.fixture
def verified(monkeypatch):
    """The hashes that a password was compared with."""
    seen, verify = [], PasswordHasher.verify

    def noted(hasher, hashed, password):
        seen.append(hashed)
        return verify(hasher, hashed, password)

    monkeypatch.setattr(PasswordHasher, "verify", noted)
    return seen


@pytest.mark.parametrize(
    "identifier",
    [
        "ann",
        "ANN",
        "@Ann",
        " @ann ",
        "ann@example.org",
        "Ann@Example.ORG",
        " ann@example.org\n",
    ],
)
def test_people_sign_in_with_handle_or_address_however_they_type_it(
    ann, bob, identifier
):
    assert account_behind(identifier, PASSWORD) is account_of(ann)


@pytest.mark.parametrize("password", ["", "seven quiet heron", "SEVEN QUIET HERONS"])
def test_a_wrong_password_opens_nothing(ann, password):
    assert account_behind("ann", password) is None


@pytest.mark.parametrize(
    "identifier", ["", "@", "bob", "ann@", "ann@example.com", "a%", "Ann Okafor"]
)
def test_an_unknown_name_opens_nothing(ann, identifier):
    assert account_behind(identifier, PASSWORD) is None


@pytest.mark.parametrize("identifier", ["ann", "nobody", "nobody@example.org", ""])
def test_an_unknown_account_takes_the_same_work(ann, verified, identifier):
    account_behind(identifier, "a wrong password")

    (compared,) = verified
    assert extract_parameters(compared) == extract_parameters(hashed())


def test_the_account_comes_with_its_person(ann):
    db.session.expunge_all()

    with queries(at_most=1):
        assert account_behind("ann", PASSWORD).user.name == "Ann Okafor"


def test_of_two_with_one_address_the_one_who_confirmed_it_has_it(ann, bob):
    account_of(bob).confirmed_at = None
    account_of(bob).email = "ann@example.org"

    assert account_behind("ann@example.org", PASSWORD) is account_of(ann)


def test_an_address_that_is_not_confirmed_signs_nobody_in(bob):
    account_of(bob).confirmed_at = None

    assert account_behind("bob@example.org", PASSWORD) is None


def test_the_table_refuses_one_address_confirmed_twice(ann, bob):
    account_of(bob).email = "ann@example.org"

    with pytest.raises(IntegrityError):
        db.session.flush()


def test_signing_in_makes_a_cheap_hash_dearer(ann):
    cheap = PasswordHasher(time_cost=1, memory_cost=64).hash(PASSWORD)
    account_of(ann).password_hash = cheap

    assert not needs_rehash(account_behind("ann", PASSWORD).password_hash)


def test_a_wrong_password_leaves_a_cheap_hash_alone(ann):
    cheap = PasswordHasher(time_cost=1, memory_cost=64).hash(PASSWORD)
    account_of(ann).password_hash = cheap
    account_behind("ann", "a wrong password")

    assert account_of(ann).password_hash == cheap


def test_opening_an_account_adds_a_person_and_tells_others(app):
    heard = []
    with events.user_joined.connected_to(heard.append), changes(User, by=1):
        somebody = join("fay", "")

    assert heard == [somebody]
    assert somebody.name == "fay"


@pytest.mark.parametrize(
    ("handle", "role"), [("ann", "member"), ("Fay", "member"), ("fay", "boss")]
)
def test_the_tables_refuse_what_the_form_should_have(ann, handle, role):
    Account.open(handle, "Fay", "fay@example.org", "hash", role)

    with pytest.raises(IntegrityError):
        db.session.flush()
