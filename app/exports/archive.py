"""The copy of everything: Markdown and JSON, that any program can read."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

import frontmatter
from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import undefer_group

from app.extensions import db
from app.models import Invitation, Post, User
from app.web.urls import absolute_url

#: Larger than this it waits on the disk, not in memory.
SMALL = 4 * 1024 * 1024


def archive_of(person: User) -> tuple[IO[bytes], int]:
    """Everything of ``person`` as a ZIP to be read from its beginning; its length."""
    file = SpooledTemporaryFile(max_size=SMALL)  # noqa: SIM115  (handed on)
    with ZipFile(file, "w", ZIP_DEFLATED) as bundle:
        for name, text in _files(person):
            bundle.writestr(name, text)
    length = file.tell()
    file.seek(0)
    return file, length


def _files(person: User) -> Iterator[tuple[str, str]]:
    yield "README.txt", _readme(person)
    yield "account.json", _json(_known_of(person))
    yield "profile.json", _json(_profile(person))
    following = ((row.followed, row.created_at) for row in _all(person.following()))
    yield "following.csv", _csv(following)
    followers = ((row.follower, row.created_at) for row in _all(person.followers()))
    yield "followers.csv", _csv(followers)
    mine = select(Post).where(Post.author_id == person.id).order_by(Post.id)
    for post in _all(mine.options(undefer_group("whole"))):
        yield f"posts/{post.id}-{post.slug}.md", _page(post)


def _known_of(person: User) -> dict[str, Any]:
    """Every row that is about them, with what its table has in ``TOLD``."""
    return {
        table.__tablename__: [
            {name: getattr(row, name) for name in table.TOLD}
            for row in _all(select(table).where(_owner(table) == person.id))
        ]
        for table in told_tables()
    }


def _owner(table: Any) -> Any:
    """The column that says whose a row is."""
    return table.inviter_id if table is Invitation else table.user_id


def told_tables() -> list[Any]:
    """The tables that say what of a row its person is told, by name."""
    tables = [mapper.class_ for mapper in db.Model.registry.mappers]
    told = [table for table in tables if hasattr(table, "TOLD")]
    return sorted(told, key=lambda table: table.__tablename__)


def _profile(person: User) -> dict[str, Any]:
    fields = ("handle", "name", "bio", "location", "links", "created_at")
    counts = ("post_count", "follower_count", "following_count")
    return {name: getattr(person, name) for name in fields + counts}


def _page(post: Post) -> str:
    """A post as a Markdown file whose head says the rest."""
    status = "draft" if post.published_at is None else "published"
    head = {
        "title": post.title,
        "summary": post.summary,
        "slug": post.slug,
        "status": "bin" if post.deleted_at else status,
        "created": post.created_at,
        "published": post.published_at,
        "edited": post.edited_at,
        "deleted": post.deleted_at,
    }
    said = {name: value for name, value in head.items() if value}
    page = frontmatter.Post(post.body, **said)
    return str(frontmatter.dumps(page, sort_keys=False)) + "\n"


def _csv(people: Iterator[tuple[User, datetime]]) -> str:
    """Handles and addresses alone: a name could be a formula to a spreadsheet."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(("handle", "address", "since"))
    for person, since in people:
        address = absolute_url("profiles.show", handle=person.handle)
        writer.writerow((person.handle, address, since.isoformat()))
    return lines.getvalue()


def _readme(person: User) -> str:
    return _(
        "This is everything that %(site)s knows of @%(handle)s.\n\n"
        "account.json    your account: addresses, sessions, and what happened to it\n"
        "profile.json    what your profile says\n"
        "posts/          everything you wrote, as Markdown: posts, drafts and the bin\n"
        "following.csv   whom you follow\n"
        "followers.csv   who follows you\n\n"
        "Passwords and other secrets are not in here: the site keeps them in a form\n"
        "that nobody can read.\n",
        site=current_app.config["SITE_URL"],
        handle=person.handle,
    )


def _json(known: dict[str, Any]) -> str:
    return json.dumps(known, default=_plain, ensure_ascii=False, indent=2) + "\n"


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _all(query: Any) -> Iterator[Any]:
    """The rows one after another, not all of them in memory."""
    return iter(db.session.scalars(query.execution_options(yield_per=100)))
