"""Things by their address, or 404: what one may not see does not exist."""

from collections.abc import Sequence
from typing import Any, NoReturn

from flask import abort
from flask_login import current_user
from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload, undefer_group

from app.extensions import db
from app.lib.word_filters import pattern_of
from app.models import (
    FormerSlug,
    Identity,
    Invitation,
    LoginSession,
    MutedWord,
    Passkey,
    Picture,
    Post,
    Revision,
    User,
    gallery,
    timelines,
)
from app.models.account import owner_of
from app.web.current import reader
from app.web.find_people import (
    account,
    blocked,
    counterpart,
    free_handle,
    hearer,
    is_taken,
    lead_to,
    look_elsewhere,
    muted,
    oneself,
    page_of,
    person,
)
from app.web.find_tags import (
    followed_tag,
    former_label,
    held_tags,
    owner_of_tag_name,
    some_tag,
    tag,
    tag_in_use,
    tags_to_merge,
)

__all__ = [
    "account",
    "blocked",
    "counterpart",
    "followed_tag",
    "former_label",
    "free_handle",
    "hearer",
    "held_tags",
    "is_taken",
    "muted",
    "oneself",
    "owner_of_tag_name",
    "page_of",
    "person",
    "some_tag",
    "tag",
    "tag_in_use",
    "tags_to_merge",
]

# A post and its author with all that a page of its own shows.
_WHOLE = (
    undefer_group("whole"),
    joinedload(Post.author).undefer_group("whole"),
    joinedload(Post.share),
    joinedload(Post.working_copy),
)


def is_confirmed(email: str) -> bool:
    """Whether somebody has proved to read what is sent to this address."""
    return db.session.scalar(owner_of(email)) is not None


def own_identity(key: int) -> Identity:
    """One of the names that the reader signs in by elsewhere."""
    return _one_or_404(current_user.identities().where(Identity.id == key))


def own_passkey(key: int) -> Passkey:
    return _one_or_404(current_user.account.passkeys().where(Passkey.id == key))


def post(handle: str, slug: str, *, hidden: bool = False) -> Post:
    """A published post by its address, if it is for the reader.

    :param hidden: also what moderators have hidden, where the reader sees that.
    """
    query = Post.open_to(reader()).join(Post.author).where(User.handle == handle)
    found = _at(query, slug)
    if found is None and hidden:
        found = _hidden(handle, slug)
    return found if found is not None else _look_for_moved(query, handle, slug)


def own_post(key: int, lock: bool = False) -> Post:
    """A post or draft of the reader, outside the bin.

    :param lock: no other request changes it until this one is done.
    """
    query = _own(key).where(Post.deleted_at.is_(None))
    return _one_or_404(
        query.with_for_update(of=Post, key_share=True) if lock else query
    )


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
    return _one_or_404(query.with_for_update(of=Post, key_share=True))


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


def own_muted_word(key: int) -> MutedWord:
    """A word that the reader does not want to read of."""
    mine = current_user.muted_words().where(MutedWord.id == key)
    found: MutedWord = _one_or_404(mine)
    return found


def muted_by(word: str) -> MutedWord:
    """What the reader has muted in just these words, however they are spelled."""
    same = MutedWord.pattern == pattern_of(word)
    found: MutedWord = _one_or_404(current_user.muted_words().where(same))
    return found


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


def _at(query: Select[Post], slug: str) -> Post | None:
    """The post with this slug, and all that a page of its own shows."""
    whole = query.where(Post.slug == slug).options(
        undefer_group("whole"),
        contains_eager(Post.author).undefer_group("whole"),
        joinedload(Post.cover),
        joinedload(Post.part),
    )
    return db.session.scalar(whole)


def _hidden(handle: str, slug: str) -> Post | None:
    """What a moderator has hidden from others than the reader."""
    if current_user.is_anonymous:
        return None
    hidden = Post.hidden_but_to(current_user)
    return _at(hidden.join(Post.author).where(User.handle == handle), slug)


def _own(key: int) -> Select[Post]:
    mine = select(Post).where(Post.id == key, Post.author_id == current_user.id)
    return mine.options(*_WHOLE)


def _one_or_404(query: Select[Any]) -> Any:
    found = db.session.scalar(query)
    return found if found is not None else abort(404)


def _look_for_moved(query: Select[Post], handle: str, slug: str) -> NoReturn:
    """Lead to where the post is now, if the reader may read it there."""
    former = query.join(FormerSlug, FormerSlug.post_id == Post.id)
    moved = db.session.scalar(former.where(FormerSlug.slug == slug))
    if moved is None:
        look_elsewhere(handle)
    lead_to(slug=moved.slug)
