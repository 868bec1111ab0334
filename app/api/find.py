"""Things by the address that programs know them by, or the failure that says which."""

from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload, undefer_group
from sqlalchemy.orm.attributes import set_committed_value

from app.extensions import db
from app.lib.api_slugs import parts_of
from app.lib.handles import normalized
from app.lib.plaintext import one_line
from app.models import Block, Handle, Post, User, articles, threads
from app.models.articles import is_at
from app.web.current import as_reader, reader
from app.web.find_comments import can_be_read
from app.web.problems import refuse


def article_row(address):
    """What an answer shows of an article, with its text, if the reader may read it."""
    parts = parts_of(one_line(address))
    found = parts and _row(*parts)
    return found or refuse(404, article="not found")


def shown_again(post):
    """The same of an article that was just changed."""
    return _row(post.slug, post.id)


def article(address, lock=False):
    """An article that the reader may read, with its author.

    :param lock: nobody else changes it until this is done.
    """
    parts = parts_of(one_line(address))
    found = parts and db.session.scalar(_open(parts, lock))
    return found or refuse(404, article="not found")


def own_article(address):
    """An article of the reader, to be changed: 403 where it is somebody else's."""
    found = article(address, lock=True)
    if found.author_id != current_user.id:
        refuse(403, article="forbidden")
    return found


def comment(post, key):
    """A comment below ``post`` that the reader can read."""
    found = db.session.scalar(threads.one(post, key))
    if found is None:
        refuse(404, comment="not found")
    set_committed_value(found, "post", post)
    return found if can_be_read(found) else refuse(404, comment="not found")


def own_comment(post, key):
    """A comment of the reader: 403 where it is somebody else's."""
    found = comment(post, key)
    if found.author_id != current_user.id:
        refuse(403, comment="forbidden")
    return found


def profile(username):
    """Somebody by the handle of now or one before, unless they avoid the reader."""
    found = db.session.scalar(_person(handle_of(username)))
    return found or refuse(404, profile="not found")


def handle_of(username):
    """A handle as it is kept, of whatever stands in an address."""
    return normalized(one_line(username))


def _row(slug, key):
    found = articles.found_at(current_user.is_authenticated)
    return db.session.execute(found, {**as_reader(), **articles.at(slug, key)}).first()


def _open(parts, lock):
    whole = joinedload(Post.author, innerjoin=True).undefer_group("whole")
    found = Post.open_to(reader()).where(is_at(*parts, reader()), Post.title != "")
    found = found.options(undefer_group("whole"), whole, joinedload(Post.working_copy))
    return found.with_for_update(of=Post, key_share=True) if lock else found


def _person(handle):
    called = select(Handle.user_id).where(Handle.handle == handle)
    found = select(User).where(User.id.in_(called), User.is_here())
    if current_user.is_authenticated:
        avoiding = select(Block.blocker_id).where(Block.blocked_id == current_user.id)
        found = found.where(User.id.not_in(avoiding))
    return found.options(undefer_group("whole"))
