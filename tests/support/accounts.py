"""What people sign in with, as the tests look at it."""

from sqlalchemy import select

from app.extensions import db
from app.models import Account, User


def account_of(person: User) -> Account:
    """The account of ``person`` as the database has it now."""
    known = select(Account).where(Account.user_id == person.id)
    return db.session.scalars(known.execution_options(populate_existing=True)).one()
