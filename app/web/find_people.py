"""People by their handle, wherever it leads now, or 404."""

from typing import NoReturn

from flask import abort, redirect, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload, undefer_group

from app.extensions import db
from app.models import Account, Block, FeedKey, Handle, User, people

# Built once, since building costs what asking does.
_PERSON = (
    select(User)
    .where(User.handle == bindparam("handle"), User.is_here())
    .options(undefer_group("whole"))
)


# Whom the reader has blocked is shown to them, or how would they be let in again?
_PERSON_FOR = _PERSON.where(
    User.id.not_in(
        select(Block.blocker_id).where(Block.blocked_id == bindparam("reader"))
    )
)


def person(handle: str) -> User:
    """Somebody by their handle, unless they want nothing to do with the reader."""
    if current_user.is_anonymous:
        found = db.session.scalar(_PERSON, {"handle": handle})
    else:
        asked = {"handle": handle, "reader": current_user.id}
        found = db.session.scalar(_PERSON_FOR, asked)
    return found if found is not None else look_elsewhere(handle)


def counterpart(handle: str) -> User:
    """Somebody to follow or write to; 403 where the reader has blocked them."""
    found = person(handle)
    if current_user.has_blocked(found):
        words = _("You have blocked %(name)s. Unblock them first.", name=found.name)
        abort(403, words)
    return found


def blocked(handle: str) -> User:
    """Somebody whom the reader has blocked, wherever they are; else as ever."""
    block = db.session.scalar(current_user.blocks().where(User.handle == handle))
    return block.blocked if block is not None else person(handle)


def muted(handle: str) -> User:
    """Somebody whom the reader has muted, the same way."""
    mute = db.session.scalar(current_user.mutes().where(User.handle == handle))
    return mute.muted if mute is not None else person(handle)


def page_of(person: User, otherwise: str) -> str:
    """Where somebody is, if the reader finds them there."""
    is_out_of_sight = person.is_away or person.has_blocked(current_user)
    return otherwise if is_out_of_sight else person.path


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
    return db.session.scalar(people.account(handle)) or abort(404)


def hearer(token: str) -> User:
    """Whose notifications are at this secret address, with their account."""
    key = select(FeedKey.user_id).where(FeedKey.fits(token)).scalar_subquery()
    here = select(User).where(User.id == key, User.is_here())
    return db.session.scalar(here.options(joinedload(User.account))) or abort(404)


def is_taken(handle: str) -> bool:
    """Whether somebody else has this handle, or had it."""
    known = db.session.scalar(Handle.known_as(handle))
    return known is not None and known.user != current_user


def free_handle(wanted: str) -> str:
    """``wanted``, with a number where somebody has it already; empty for none."""
    numbered = (f"{wanted[:28]}_{number}" for number in range(2, 10))
    options = (wanted, *numbered) if wanted else ()
    return next((handle for handle in options if not is_taken(handle)), "")


def look_elsewhere(handle: str) -> NoReturn:
    """Lead to the same page under the handle of now; say who has gone for good."""
    known = db.session.scalar(Handle.known_as(handle))
    if known is None:
        abort(404)
    if known.user is None:
        abort(410)
    if known.user.is_away or known.user.handle == handle or _keeps_away(known.user):
        abort(404)
    lead_to(handle=known.user.handle)


def _keeps_away(person: User) -> bool:
    return current_user.is_authenticated and person.has_blocked(current_user)


def lead_to(**changed: str) -> NoReturn:
    """Send on to the same page with other words in its address."""
    parts = {**(request.view_args or {}), **changed}
    query = request.query_string.decode(errors="replace")
    there = url_for(str(request.endpoint), **parts) + (f"?{query}" if query else "")
    # A form that was on an old page is sent on as it is.
    abort(redirect(there, 301 if request.method in {"GET", "HEAD"} else 308))
