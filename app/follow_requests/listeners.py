"""Whoever was let in with many others is told by the worker, some at a time."""

from datetime import datetime

from app import events
from app.extensions import db
from app.models import User
from app.web.outbox import defer, delivers

#: So many are told in one piece of work.
BATCH = 100


@events.all_let_in.connect
def tell_later(person, moment):
    _tell_from(person.id, moment, after=0)


@delivers("let_in")
def tell_some(_row, person_id, moment, after):
    """Tell the next of them, and leave the others to the next piece of work."""
    person, then = db.session.get(User, person_id), datetime.fromisoformat(moment)
    followers = person.let_in_at(then, after, BATCH) if person else ()
    for follower in followers:
        person.tell_let_in(follower)
    if len(followers) == BATCH:
        _tell_from(person_id, then, after=followers[-1].id)


def _tell_from(person_id, moment, after):
    name = f"let_in {person_id} {moment.isoformat()} {after}"
    defer(
        "let_in",
        name,
        person_id=person_id,
        moment=moment.isoformat(),
        after=after,
    )
