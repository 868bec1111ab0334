"""Which posts a screen shows, named after the screens. Pages cut them."""

from sqlalchemy import CompoundSelect, Select, literal, select, union_all  #: 16
from sqlalchemy import Select  #: 7-15

from app.models.post import Post
from app.models.user import User  #: 10


def explore() -> Select[Post]:
    """What everybody has written."""
    return Post.listed()
#: 16


def home(reader: User) -> Select[Post]:
    """What ``reader`` and the people they follow have written."""
    authors: CompoundSelect[int] = union_all(
        reader.followed_ids(), select(literal(reader.id))
    )
    return explore().where(Post.author_id.in_(authors))
#:
#: 10


def by(author: User) -> Select[Post]:
    """What ``author`` has written."""
    return Post.listed().where(Post.author_id == author.id)
#:
#: 12


def drafts(author: User) -> Select[Post]:
    """What only ``author`` may read yet."""
    return Post.drafts_of(author).order_by(Post.id.desc())  #: 12-12
    return Post.drafts_of(author)  #: 13
#:
