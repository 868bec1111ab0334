"""Whom somebody has to do with, as tables that any program can read."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime

from app.extensions import db
from app.models import User
from app.web.urls import absolute_url


def files_about_people(person: User) -> Iterator[tuple[str, str]]:
    """The name and the text of each file."""
    for name, query, side in (
        ("following.csv", person.following(), "followed"),
        ("followers.csv", person.followers(), "follower"),
        ("asked.csv", person.asked(), "followed"),
        ("not-now.csv", person.put_off_people(), "other"),
        ("blocked.csv", person.blocks(), "blocked"),
        ("muted.csv", person.mutes(), "muted"),
    ):
        rows = db.session.scalars(query.execution_options(yield_per=100))
        yield name, _csv((getattr(row, side), row.created_at) for row in rows)


def _csv(people: Iterator[tuple[User, datetime]]) -> str:
    """Handles and addresses alone: a name could be a formula to a spreadsheet."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(("handle", "address", "since"))
    for person, since in people:
        address = absolute_url("profiles.show", handle=person.handle)
        writer.writerow((person.handle, address, since.isoformat()))
    return lines.getvalue()
