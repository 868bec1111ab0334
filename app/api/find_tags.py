"""Tags by what they are called, or were, or the failure that says which."""

from flask_login import current_user

from app.extensions import db
from app.lib.tags import normalized
from app.models import Tag, timelines
from app.web import find
from app.web.current import reader
from app.web.problems import refuse


def tag(name):
    """A tag, whoever finds something under it."""
    known = normalized(name)
    found = known and find.owner_of_tag_name(known)
    return found or refuse(404, tag="not found")


def tag_in_use(name):
    """A tag under which the reader finds something."""
    found = tag(name)
    some = timelines.tagged(found, reader()).limit(1)
    return found if db.session.scalar(some) else refuse(404, tag="not found")


def followed_tag(name):
    """A tag that the reader may follow, whether anybody still writes under it."""
    mine = current_user.followed_tags().where(Tag.name == normalized(name))
    row = db.session.scalar(mine)
    return row.tag if row else tag_in_use(name)
