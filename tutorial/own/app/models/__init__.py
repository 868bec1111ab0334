"""The domain: one noun per file. Importing this package registers every table."""

from app.models.account import Account  #: 8
from app.models.post import Post
from app.models.user import User  #: 8

__all__ = [
    "Account",  #: 8
    "Post",
    "User",  #: 8
]
