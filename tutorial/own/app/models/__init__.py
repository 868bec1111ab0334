"""The domain: one noun per file. Importing this package registers every table."""

from app.models.access_token import AccessToken  #: 20
from app.models.account import Account  #: 8
from app.models.comment import Comment  #: 14
from app.models.follow import Follow  #: 16
from app.models.login_session import LoginSession  #: 21
from app.models.notification import Notification  #: 17
from app.models.outbox import Outbox  #: 19
from app.models.picture import Picture  #: 15
from app.models.post import Post
from app.models.search_index import PostEntry  #: 18
from app.models.user import User  #: 8

__all__ = [
    "AccessToken",  #: 20
    "Account",  #: 8
    "Comment",  #: 14
    "Follow",  #: 16
    "LoginSession",  #: 21
    "Notification",  #: 17
    "Outbox",  #: 19
    "Picture",  #: 15
    "Post",
    "PostEntry",  #: 18
    "User",  #: 8
]
