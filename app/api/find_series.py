"""Series by the address that programs know, or the failure that says which."""

from flask_login import current_user
from sqlalchemy import select

from app.extensions import db
from app.lib.api_slugs import parts_of
from app.lib.plaintext import one_line
from app.models import Post, Series, User
from app.web.problems import refuse


def series(address):
    """A series and its author, whether or not the reader finds anything in it.

    What they find, and that nothing is no series, says :func:`app.api.serials.whole`.
    """
    slug, key = parts_of(one_line(address)) or refuse(404, series="not found")
    author = Series.author_id == User.id
    found = (
        select(Series, User)
        .join(User, author)
        .where(Series.id == key, Series.slug == slug, User.is_here())
    )
    row = db.session.execute(found).first()
    return row or refuse(404, series="not found")


def own(address):
    """A series of the reader: 403 where it is somebody else's."""
    found, author = series(address)
    if author.id != current_user.id:
        refuse(403, series="forbidden")
    return found


def own_posts(addresses):
    """The numbers of these posts of the reader, outside the bin, in this order."""
    keys = [(parts_of(one_line(one)) or ("", 0))[1] for one in addresses]
    mine = select(Post.id).where(Post.id.in_(keys), Post.author_id == current_user.id)
    known = set(db.session.scalars(mine.where(Post.deleted_at.is_(None))))
    if not known.issuperset(keys):
        refuse(422, posts="must be posts of yours, outside the bin")
    return list(dict.fromkeys(keys))
