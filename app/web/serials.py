"""Series by their address or number, and where a post stands in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort
from flask_login import current_user
from sqlalchemy import Row
from sqlalchemy.orm import load_only

from app.extensions import db
from app.models import Post, Series, User, timelines
from app.web.current import reader


@dataclass(frozen=True)
class Place:
    """Where a post stands, among what the reader finds in its series."""

    series: Series
    number: int
    count: int
    before: Post | None
    after: Post | None


def place_of(post: Post) -> Place | None:
    """Ask in one statement; None for what is in no series, or not to be found in it.

    Of what is in none nobody is asked: ``post`` has its part with it (``find.post``).
    What the reader does not find is not counted: no number tells of it.
    """
    if post.part is None:
        return None
    light = load_only(Post.slug, Post.title, Post.excerpt, Post.language)
    rows = db.session.execute(timelines.beside(post, reader()).options(light)).all()
    parts: list[Post | None] = [row[0] for row in rows]
    if post not in parts:
        return None
    here = parts.index(post)
    around = [None, *parts, None]
    return Place(rows[0][1], here + 1, len(parts), around[here], around[here + 2])


def own(key: int) -> Series:
    """A series of the reader, or 404."""
    mine: Series = db.one_or_404(current_user.series().where(Series.id == key))
    return mine


def own_with_sizes() -> Sequence[Row[Series, int]]:
    """The series of the reader, each with the number of its posts."""
    return db.session.execute(current_user.series_sizes()).all()


def own_with(post: Post) -> Series | None:
    """The series of the reader that ``post`` is part of."""
    return db.session.scalar(current_user.series_with(post))


def of_person(person: User, slug: str) -> Series:
    """A series by its address, or 404, with or without something to read."""
    theirs: Series = db.one_or_404(person.series().where(Series.slug == slug))
    return theirs


def parts(series: Series, author: User) -> Sequence[Post]:
    """What the reader finds in a series; of an empty one only its author is told."""
    found = timelines.in_series(series, author, reader())
    posts = db.session.scalars(found).all()
    return posts if posts or current_user == author else abort(404)


def all_parts(series: Series) -> Sequence[Post]:
    """What is in a series of the reader, drafts among it."""
    return db.session.scalars(timelines.all_in_series(series)).all()
