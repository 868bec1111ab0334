import pytest
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from tests.support.accounts import account_of


def test_somebody_takes_another_role(ann, bob):
    assert account_of(bob).take_role("moderator")
    assert account_of(bob).role == "moderator"


@pytest.mark.parametrize("role", ["member", "author", "moderator"])
def test_the_last_admin_stays_one(ann, bob, dan, role):
    assert not account_of(ann).take_role(role)
    assert account_of(ann).role == "admin"


def test_of_two_admins_one_may_go(ann, bob):
    account_of(bob).take_role("admin")

    assert account_of(ann).take_role("member")
    assert account_of(bob).is_last_admin()


def test_the_last_admin_may_become_admin(ann):
    assert account_of(ann).take_role("admin")


def test_the_table_knows_the_roles(bob):
    account_of(bob).role = "king"

    with pytest.raises(IntegrityError):
        db.session.flush()
