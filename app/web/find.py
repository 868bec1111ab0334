"""Things by their address, or 404: what one may not see does not exist."""

from collections.abc import Sequence
from typing import Any, NoReturn

from flask import abort, redirect, request, url_for
from flask_login import current_user
from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import contains_eager, joinedload, undefer_group

from app.extensions import db
from app.models import (
    Account,
    FormerSlug,
    Handle,
    Identity,
    Invitation,
    LoginSession,
    Passkey,
    Picture,
    Post,
    Revision,
    Tag,
    User,
    gallery,
    people,
    timelines,
)
from app.models.account import owner_of
from app.web.current import reader

# A post and its author with all that a page of its own shows.
_WHOLE = (
    undefer_group("whole"),
    joinedload(Post.author).undefer_group("whole"),
    joinedload(Post.share),
    joinedload(Post.working_copy),
)

# Built once, since building costs what asking does.
_PERSON = (
    select(User)
    .where(User.handle == bindparam("handle"), User.is_here())
    .options(undefer_group("whole"))
)


def person(handle: str) -> User:
    found = db.session.scalar(_PERSON, {"handle": handle})
    return found if found is not None else _look_elsewhere(handle)


def oneself(*fields: str) -> User:
    """The reader with ``fields`` as they are now; they stay so until this is done.

    Of two requests of one person, such as two tabs, the second waits for the first.
    """
    me: User = current_user._get_current_object()
    lock = {"key_share": True}
    db.session.refresh(me, fields, with_for_update=lock)
    return me


def account(handle: str) -> Account:
    """The account of somebody, whether others see them or not."""
    return _one_or_404(people.account(handle))


def is_taken(handle: str) -> bool:
    """Whether somebody else has this handle, or had it."""
    known = db.session.scalar(Handle.known_as(handle))
    return known is not None and known.user != current_user


def free_handle(wanted: str) -> str:
    """``wanted``, with a number where somebody has it already; empty for none."""
    numbered = (f"{wanted[:28]}_{number}" for number in range(2, 10))
    options = (wanted, *numbered) if wanted else ()
    return next((handle for handle in options if not is_taken(handle)), "")


def is_confirmed(email: str) -> bool:
    """Whether somebody has proved to read what is sent to this address."""
    return db.session.scalar(owner_of(email)) is not None


def own_identity(key: int) -> Identity:
    """One of the names that the reader signs in by elsewhere."""
    return _one_or_404(current_user.identities().where(Identity.id == key))


def own_passkey(key: int) -> Passkey:
    return _one_or_404(current_user.account.passkeys().where(Passkey.id == key))


def post(handle: str, slug: str) -> Post:
    """A published post by its address, if it is for the reader."""
    query = Post.open_to(reader()).join(Post.author).where(User.handle == handle)
    found: Post | None = db.session.scalar(
        query.where(Post.slug == slug).options(
            undefer_group("whole"),
            contains_eager(Post.author).undefer_group("whole"),
            joinedload(Post.cover),
            joinedload(Post.part),
        )
    )
    return found if found is not None else _look_for_moved(query, handle, slug)


def tag(name: str) -> Tag | None:
    """A tag by its one spelling, if anybody ever used it."""
    return db.session.scalar(Tag.named(name))


def own_post(key: int, lock: bool = False) -> Post:
    """A post or draft of the reader, outside the bin.

    :param lock: no other request changes it until this one is done.
    """
    query = _own(key).where(Post.deleted_at.is_(None))
    return _one_or_404(query.with_for_update(of=Post) if lock else query)


def newest_draft() -> Post | None:
    """What the reader would go on writing."""
    drafts = Post.drafts_of(current_user)
    return db.session.scalar(drafts.order_by(Post.updated_at.desc()).limit(1))


def post_written_in(form_key: str | None) -> Post | None:
    """The post that the reader sent from this sheet before, unless it is binned."""
    if form_key is None:
        return None
    sent = current_user.written_in(form_key).where(Post.deleted_at.is_(None))
    return db.session.scalar(sent.options(*_WHOLE))


def binned_post(key: int) -> Post:
    """A post in the reader's bin, which no other request takes out meanwhile."""
    query = Post.binned_by(current_user).where(Post.id == key).options(*_WHOLE)
    return _one_or_404(query.with_for_update(of=Post))


def revision(kept: Select[Revision], number: int) -> Revision:
    """One of the ``kept`` texts of a post, whole."""
    whole = kept.where(Revision.number == number).options(undefer_group("whole"))
    found: Revision = _one_or_404(whole)
    return found


def text_before(revision: Revision) -> Revision | None:
    """What ``revision`` is compared with; nothing comes before the first."""
    return db.session.scalar(revision.before())


def picture(name: str) -> tuple[Picture, bool]:
    """A picture that the reader may see, and whether everybody comes across it.

    Who reads is not asked where everybody does: it stays one statement.
    """
    called = gallery.called(name)
    found = db.session.scalar(called.where(gallery.open_to_all()))
    if found is not None:
        return found, True
    return _one_or_404(called.where(gallery.open_to(reader()))), False


def own_picture(name: str) -> Picture:
    """A picture that the reader has brought."""
    shelf = gallery.shelf(current_user)
    found: Picture = _one_or_404(shelf.where(Picture.name == name))
    return found


def shared_post(token: str) -> Post:
    """What a link shows to whoever has it, published or not."""
    shared = Post.shared_as(token).options(*_WHOLE)
    found: Post = _one_or_404(shared)
    return found


def pinned(author: User) -> Sequence[Post]:
    """What somebody shows first, if the reader finds it."""
    return db.session.scalars(timelines.pinned(author, reader())).all()


def own_session(key: int) -> LoginSession:
    """A live session of the reader, in this browser or another."""
    mine = LoginSession.of(current_user).where(LoginSession.id == key)
    session: LoginSession = _one_or_404(mine)
    return session


def own_invitation(key: int) -> Invitation:
    """An invitation that the reader made."""
    mine = current_user.invitations().where(Invitation.id == key)
    invitation: Invitation = _one_or_404(mine)
    return invitation


def _own(key: int) -> Select[Post]:
    mine = select(Post).where(Post.id == key, Post.author_id == current_user.id)
    return mine.options(*_WHOLE)


def _one_or_404(query: Select[Any]) -> Any:
    found = db.session.scalar(query)
    return found if found is not None else abort(404)


def _look_elsewhere(handle: str) -> NoReturn:
    """Lead to the same page under the handle of now; say who has gone for good."""
    known = db.session.scalar(Handle.known_as(handle))
    if known is None:
        abort(404)
    if known.user is None:
        abort(410)
    if known.user.is_away or known.user.handle == handle:
        abort(404)
    _lead_to(handle=known.user.handle)


def _look_for_moved(query: Select[Post], handle: str, slug: str) -> NoReturn:
    """Lead to where the post is now, if the reader may read it there."""
    former = query.join(FormerSlug, FormerSlug.post_id == Post.id)
    moved = db.session.scalar(former.where(FormerSlug.slug == slug))
    if moved is None:
        _look_elsewhere(handle)
    _lead_to(slug=moved.slug)


def _lead_to(**changed: str) -> NoReturn:
    """Send on to the same page with other words in its address."""
    parts = {**(request.view_args or {}), **changed}
    query = request.query_string.decode(errors="replace")
    there = url_for(str(request.endpoint), **parts) + (f"?{query}" if query else "")
    # A form that was on an old page is sent on as it is.
    abort(redirect(there, 301 if request.method in {"GET", "HEAD"} else 308))
