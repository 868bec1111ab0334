"""Posts of any kind by the address that programs know, or the failure that says which.

One's own are found in any state, by their number alone: a draft keeps its address
whatever becomes of it. Of others it is what the reader may read.
"""

from flask_login import current_user
from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import joinedload, undefer, undefer_group

from app.extensions import db
from app.lib.api_slugs import parts_of
from app.lib.plaintext import one_line
from app.models import Picture, Post, Revision, Series, gallery
from app.models.articles import is_at
from app.models.bin import KEPT
from app.models.columns import now
from app.web.current import reader
from app.web.problems import refuse

_WHOLE = (
    undefer_group("whole"),
    undefer(Post.withheld_at),
    joinedload(Post.author, innerjoin=True).undefer_group("whole"),
    joinedload(Post.share),
    joinedload(Post.working_copy),
    joinedload(Post.cover),
    joinedload(Post.part),
)


def post(address, lock=False):
    """A post that the reader may read, or wrote.

    :param lock: nobody else changes it until this is done.
    """
    parts = parts_of(one_line(address))
    found = parts and _one(_there(*parts), lock)
    return found or refuse(404, post="not found")


def open_post(key):
    """The post with this number, if the reader may read it; else None."""
    return _one(Post.open_to(reader()).where(Post.id == key), lock=False)


def published(address):
    """A post that the reader may read where it is published, to do something with."""
    found = post(address)
    return found if _is_out(found) else refuse(404, post="not found")


def own(address, lock=False):
    """A post of the reader in any state: 403 where it is somebody else's."""
    found = post(address, lock)
    if found.author_id != current_user.id:
        refuse(403, post="forbidden")
    return found


def own_to_change(address):
    """The same outside the bin; nobody else changes it until this is done."""
    found = own(address, lock=True)
    if found.deleted_at is not None:
        refuse(409, post="is in the bin")
    return found


def again(post):
    """A post that was just changed, as it is now."""
    fresh = select(Post).where(Post.id == post.id).options(*_WHOLE)
    return db.session.scalar(fresh.execution_options(populate_existing=True))


def revision(post, number):
    """A text that a post of the reader had."""
    kept = post.revisions().where(Revision.number == number)
    found = db.session.scalar(kept.options(undefer_group("whole")))
    return found or refuse(404, revision="not found")


def own_picture(name):
    """A picture that the reader has brought, or None."""
    return db.session.scalar(gallery.shelf(current_user).where(Picture.name == name))


def own_series(address):
    """A series of the reader, or None."""
    parts = parts_of(one_line(address))
    mine = current_user.series()
    return parts and db.session.scalar(mine.where(Series.id == parts[1]))


def _is_out(post):
    is_there = post.deleted_at is None and post.withheld_at is None
    return post.is_published and is_there


def _one(found: Select[Post], lock: bool):
    whole = found.options(*_WHOLE)
    return db.session.scalar(
        whole.with_for_update(of=Post, key_share=True) if lock else whole
    )


def _there(slug, key):
    open_ = and_(Post.open_to(reader()).whereclause, is_at(slug, key, reader()))
    if reader() is None:
        return select(Post).where(open_)
    here = or_(Post.deleted_at.is_(None), Post.deleted_at > now() - KEPT)
    mine = and_(Post.author_id == current_user.id, here)
    return select(Post).where(Post.id == key, or_(mine, open_))
