"""Things by their address, or 404: what one may not see does not exist."""

from typing import Any

from flask import abort
from flask_login import current_user  #: 9
from sqlalchemy import Select
from sqlalchemy.orm import contains_eager, joinedload  #: 9

from app.extensions import db
from app.models import AccessToken, Account, Comment, LoginSession, Picture, Post, User  #: 21
from app.models import AccessToken, Account, Comment, Picture, Post, User  #: 20-20
from app.models import Account, Comment, Picture, Post, User  #: 15-19
from app.models import Account, Comment, Post, User  #: 14-14
from app.models import Account, Post, User  #: 10-13
from app.models import Post  #: 7-7
from app.models import Post, User  #: 8-9
#: 8


def is_taken(handle: str) -> bool:
    """Whether somebody has this handle."""
    return db.session.scalar(User.known_as(handle)) is not None
#:
#: 7-8


def post(key: int) -> Post:
    """A post by its number."""
    return _one_or_404(Post.listed().where(Post.id == key))
#:
#: 9


def post(handle: str, slug: str) -> Post:
#: 9-11
    """A post by its address."""
    query = db.select(Post).join(Post.author).options(contains_eager(Post.author))
#:
#: 12
    """A published post by its address."""
    query = Post.published().join(Post.author).options(contains_eager(Post.author))
#:
    query = query.options(joinedload(Post.cover))  #: 15
    return _one_or_404(query.where(User.handle == handle, Post.slug == slug))


def own_post(key: int) -> Post:
    """A post of the reader's own: what belongs to others does not exist here."""  #: 9-11
    """A post or draft of the reader's own: that of others does not exist here."""  #: 12
    mine = db.select(Post).where(Post.id == key, Post.author_id == current_user.id)
    return _one_or_404(mine.options(joinedload(Post.author)))  #: 9-14
    return _one_or_404(mine.options(joinedload(Post.author), joinedload(Post.cover)))  #: 15
#:
#: 14


def comment(post: Post, key: int) -> Comment:
    """A comment that stands below ``post``."""
    return _one_or_404(
        post.comments().where(Comment.id == key, Comment.deleted_at.is_(None))
    )


def removable_comment(post: Post, key: int) -> Comment:
    """A comment that the reader may take away; one they may only read is 403."""
    found = comment(post, key)
    return found if current_user.may_remove(found, post) else abort(403)
#:
#: 15


def picture(name: str) -> tuple[Picture, bool]:
    """A picture above a post that the reader may see, and whether everybody may."""
    worn = db.select(Picture).join(Post, Post.cover_name == Picture.name)
    worn = worn.where(Picture.name == name, Picture.post_id == Post.id)
    found = db.session.scalar(worn.where(Post.published_at.is_not(None)))
    if found is not None:
        return found, True
    if current_user.is_anonymous:
        abort(404)
    return _one_or_404(worn.where(Post.author_id == current_user.id)), False
#:
#: 10


def person(handle: str) -> User:
    return _one_or_404(User.known_as(handle))


def account(handle: str) -> Account:
    return _one_or_404(Account.of(handle))
#:
#: 20


def own_token(key: int) -> AccessToken:
    """A token of the reader's own."""
    return _one_or_404(AccessToken.of(current_user).where(AccessToken.id == key))
#:
#: 21


def own_session(key: int) -> LoginSession:
    """A live session of the reader, in this browser or another."""
    return _one_or_404(LoginSession.of(current_user).where(LoginSession.id == key))
#:


def _one_or_404(query: Select[Any]) -> Any:
    found = db.session.scalar(query)
    return found if found is not None else abort(404)
