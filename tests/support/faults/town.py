"""A few people who know each other, written into the database of a site."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask
from flask_migrate import upgrade

from app import create_app
from app.extensions import db
from app.lib.passwords import hash_password
from app.models import Account, LoginSession, Site, User
from app.models.reach import EVERYONE
from app.web.outbox import as_if_asked
from tests.support.faults.people import Visitor
from tests.support.faults.site import FaultySite

HANDLES = ("ann", "bob", "cleo", "dan")


@dataclass(frozen=True)
class Neighbour:
    """Somebody who is signed in, and what others have that they can do things with.

    :param conversation: the number of the talk with the next one.
    """

    handle: str
    visitor: Visitor
    conversation: int


def settle(site: FaultySite) -> list[Neighbour]:
    """Make the tables; have everybody join, publish, and write to the next one."""
    with opened(site) as app, as_if_asked():
        upgrade()
        db.session.add(Site(name="Inklings", tagline="A quiet place."))
        hashed = hash_password("seven quiet herons")
        people = [_join(handle, hashed) for handle in HANDLES]
        db.session.flush()
        for person in people:
            _publish(person)
        found = [
            _neighbour(site, app, person, people[place - 1])
            for place, person in enumerate(people)
        ]
        db.session.commit()
    return found


@contextmanager
def opened(site: FaultySite) -> Iterator[Flask]:
    """The application in this process, on the site's database."""
    app = create_app(site.config)
    # What is left in the outbox here, the site's own worker finds.
    app.testing = True
    with app.app_context():
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()


def _join(handle: str, hashed: str) -> User:
    account = Account.open(handle, handle.title(), f"{handle}@example.org", hashed)
    account.confirm()
    account.user.takes_messages_from = EVERYONE
    return account.user


def _publish(person: User) -> None:
    post = person.write(title="The harbour", summary="", body="The tide came twice.")
    db.session.flush()
    post.show_to("public")
    post.publish()


def _neighbour(site: FaultySite, app: Flask, person: User, other: User) -> Neighbour:
    talk = person.write_to([other], "Good morning.", f"first-{person.handle}")
    token = LoginSession.begin(person, device="A browser", keep=True)
    network = f"10.0.0.{HANDLES.index(person.handle) + 1}"
    visitor = Visitor(site.port, network, {app.config["LOGIN_COOKIE"]: token})
    return Neighbour(person.handle, visitor, talk.conversation_id)
