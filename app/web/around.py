"""What is offered to somebody who has read a post to its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask

from app.extensions import db
from app.models import Post, surroundings
from app.web.current import as_reader, reader

#: How many by the same author, and how many others.
MORE = 3


@dataclass(frozen=True)
class Around:
    """Posts, each of them once: what the reader finds, without its whole text."""

    before: Post | None
    after: Post | None
    more: list[Post]
    related: list[Post]


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(around=around)


def around(post: Post) -> Around | None:
    """Ask in two statements; in one below a note, or where the post has no tag.

    None for what is not published, as the author or a moderator sees it.
    """
    if post.published_at is None:
        return None
    asked = {**surroundings.place_of(post), **as_reader()}
    theirs = db.session.scalars(surroundings.near(post, reader()), asked).all()
    here = post.published_at, post.id
    before = next((p for p in theirs if _place(p) < here), None)
    after = next((p for p in reversed(theirs) if _place(p) > here), None)
    if post.is_note:
        return Around(before, after, [], [])
    shown = [before, after]
    alike: Sequence[Post] = ()
    if post.tags:
        alike = db.session.scalars(surroundings.alike(post, reader()), asked).all()
    related = [p for p in alike if p not in shown][:MORE]
    shown += related
    more = [p for p in theirs if p not in shown][:MORE]
    return Around(before, after, more, related)


def _place(post: Post) -> tuple[object, int]:
    return post.published_at, post.id
