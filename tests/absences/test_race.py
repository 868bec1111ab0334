"""Two admins who leave at the same moment."""

import pytest
from sqlalchemy.orm import contains_eager

from app.extensions import db
from app.models import Account, User


@pytest.fixture
def admins(own_site):
    """Ann and Bob, and nobody else who could run the site."""
    for handle in ("ann", "bob"):
        Account.open(handle, handle, f"{handle}@example.org", "", role="admin")
    db.session.commit()


def leaves(handle):
    def leave():
        query = db.select(Account).join(Account.user)
        query = query.options(contains_eager(Account.user))
        account = db.session.scalar(query.where(User.handle == handle))
        stays = account.is_last_admin()
        if not stays:
            account.user.leave()
        db.session.commit()
        return stays

    return leave


def test_one_of_them_stays(admins, at_once):
    assert sorted(at_once(leaves("ann"), leaves("bob"))) == [False, True]


def test_one_who_leaves_twice_leaves_once(admins, at_once):
    Account.open("cleo", "Cleo", "cleo@example.org", "").user.follow(
        db.session.scalar(User.known_as("ann"))
    )
    db.session.commit()

    at_once(leaves("ann"), leaves("ann"))

    db.session.expire_all()
    assert db.session.scalar(User.known_as("cleo")).following_count == 0
