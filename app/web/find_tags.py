"""Tags by their name, wherever it leads now, or 404."""

from flask import abort
from flask_login import current_user

from app.extensions import db
from app.lib.tags import normalized
from app.models import FormerTag, Tag, tag_changes, timelines
from app.web.current import reader
from app.web.find_people import lead_to


def tag(name: str) -> Tag | None:
    """A tag by its one spelling, if anybody ever used it; a former name leads on."""
    found = db.session.scalar(Tag.named(name))
    if found is None and (moved := db.session.scalar(Tag.once_named(name))):
        lead_to(name=moved.name)
    return found


def tag_in_use(name: str) -> Tag:
    """A tag under which the reader finds something."""
    found = some_tag(name)
    some = timelines.tagged(found, reader()).limit(1)
    return found if db.session.scalar(some) is not None else abort(404)


def followed_tag(name: str) -> Tag:
    """A tag that the reader may follow, whether anybody still writes under it."""
    mine = current_user.followed_tags().where(Tag.name == normalized(name))
    row = db.session.scalar(mine)
    return row.tag if row is not None else tag_in_use(name)


def some_tag(name: str) -> Tag:
    """A tag that is there, whoever finds something under it."""
    return tag(normalized(name) or abort(404)) or abort(404)


def owner_of_tag_name(name: str) -> Tag | None:
    """The tag that is called so, or was."""
    found = db.session.scalar(Tag.named(name))
    return found or db.session.scalar(Tag.once_named(name))


def held_tags(name: str, *others: str) -> list[Tag]:
    """Tags that nobody else changes until this is done; 409 where one is gone.

    A former name leads on if it is the first, which is the ``name`` in the address.
    """
    found = (owner_of_tag_name(normalized(other)) for other in others)
    wanted = [some_tag(name), *(tag or abort(404) for tag in found)]
    here = db.session.scalars(tag_changes.held(wanted)).all()
    if len(here) < len({tag.id for tag in wanted}):
        abort(409)
    return wanted


def tags_to_merge(name: str, other: str) -> list[Tag]:
    """The same of two, with all whom it concerns: they do not go until this is done."""
    into = owner_of_tag_name(normalized(other)) or abort(404)
    tags = some_tag(name), into
    db.session.execute(tag_changes.people_of(tags)).close()
    return held_tags(name, other)


def former_label(tag: Tag, name: str) -> str:
    """How ``tag`` was written when it was called ``name``."""
    former = db.session.get(FormerTag, name)
    return former.label if former and former.tag_id == tag.id else abort(404)
