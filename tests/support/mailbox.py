"""What lies in the outbox, opened; and the worker's part, done by the test."""

import re
from dataclasses import dataclass

from flask import current_app

from app.extensions import db
from app.models import Outbox
from app.web.outbox import contents, deliver


@dataclass(frozen=True)
class Letter:
    """A letter as its reader sees it."""

    to: str
    subject: str
    text: str
    html: str
    unsubscribe: str

    @property
    def links(self) -> list[str]:
        """The addresses in the text, but for the site's own below it."""
        body = self.text.rpartition("\n-- \n")[0]
        return re.findall(r"https?://\S+", body)


def mailbox() -> list[Letter]:
    """The letters that wait in the outbox, the first one first."""
    waiting = Outbox.waiting().where(Outbox.kind == "mail").order_by(Outbox.id)
    return [_open(row) for row in db.session.scalars(waiting)]


def last_letter() -> Letter:
    return mailbox()[-1]


def deliver_all() -> None:
    """Do what a worker would do now, and what follows from that."""
    with current_app.app_context():
        while keys := db.session.scalars(Outbox.due()).all():
            for key in keys:
                deliver(key)


def work() -> None:
    """Do what pages left to the worker; letters stay in the outbox, to be read."""
    with current_app.app_context():
        for key in db.session.scalars(Outbox.due().where(Outbox.kind != "mail")).all():
            deliver(key)


def deferred() -> list[str]:
    """The kinds of work that wait for the worker."""
    waiting = Outbox.waiting().where(Outbox.kind != "mail").order_by(Outbox.id)
    return [row.kind for row in db.session.scalars(waiting)]


def _open(row: Outbox) -> Letter:
    known = contents(row)
    known.pop("name")
    return Letter(**known)
