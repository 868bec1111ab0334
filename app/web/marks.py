"""The reader's own marks on what a page shows, asked for once a page."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from flask import url_for
from flask_login import current_user

from app.extensions import db
from app.models import Feature, Post, Tag, Ties, User


def ties_among(people: Iterable[User]) -> Ties:
    """What there is between the reader and ``people``; nothing for a visitor."""
    if current_user.is_anonymous:
        return Ties()
    ties: Ties = current_user.ties_among(people)
    return ties


def distance_to(person: User) -> set[str]:
    """What the reader has put between themselves and ``person``: a mute, a block."""
    if current_user.is_anonymous or current_user.id == person.id:
        return set()
    return current_user.distance_to(person)


def is_pinned(post: Post) -> bool:
    """Whether the reader wrote ``post`` and shows it first; nobody else is asked."""
    is_theirs = current_user.is_authenticated and current_user.id == post.author_id
    return is_theirs and current_user.has_pinned(post)


def is_featured(post: Post) -> bool:
    """Whether ``post`` was chosen to be shown first; asked for those who choose."""
    return db.session.get(Feature, post.id) is not None


def is_following_tag(tag: Tag | None) -> bool:
    """Whether the reader follows ``tag``; a visitor follows nothing."""
    is_asked = current_user.is_authenticated and tag is not None
    return is_asked and current_user.is_following_tag(tag)


class Mine(NamedTuple):
    """What of one post is the reader's."""

    wrote: bool
    is_known: bool
    door: str
    liked: bool
    saved: bool
    reposted: bool


@dataclass(frozen=True)
class Marks:
    """What the reader has done with the posts of a page, as ids; a visitor nothing."""

    reader_id: int | None = None
    #: Where a visitor signs in who wants to do it too; the address to go on follows.
    door: str = ""
    liked: set[int] = field(default_factory=set)
    saved: set[int] = field(default_factory=set)
    reposted: set[int] = field(default_factory=set)

    def of(self, post: Post) -> Mine:
        """What of ``post``, one of those that were asked about, is the reader's."""
        return Mine(
            wrote=post.author_id == self.reader_id,
            is_known=self.reader_id is not None,
            door=self.door,
            liked=post.id in self.liked,
            saved=post.id in self.saved,
            reposted=post.id in self.reposted,
        )


def marks_on(*lists: Iterable[Post]) -> Marks:
    """The reader's marks on all these posts, in one statement; none for a visitor."""
    if current_user.is_anonymous:
        return Marks(door=url_for("auth.new", next=""))
    posts = list(chain.from_iterable(lists))
    marks = current_user.marks_on(posts) if posts else {}
    return Marks(current_user.id, **marks)
