"""The domain: one noun per file. Importing this package registers every table."""

from app.models.account import Account  #: 8
from app.models.outbox import Outbox  #: 19
from app.models.post import Post
from app.models.user import User  #: 8

__all__ = [
    "Account",  #: 8
    "Outbox",  #: 19
    "Post",
    "User",  #: 8
]
