"""The reader's own marks on what a page shows, asked for once a page."""

from collections.abc import Iterable

from flask_login import current_user

from app.models import Post, User


def followed_among(people: Iterable[User]) -> set[int]:
    """The ids of those of ``people`` whom the reader follows; none for a visitor."""
    people = list(people)
    if current_user.is_anonymous or not people:
        return set()
    return current_user.followed_among(people)


def ties_with(person: User) -> tuple[set[int], bool]:
    """Whether the reader follows ``person``, as ids, and whether they follow back."""
    if current_user.is_anonymous:
        return set(), False
    followers = current_user.ties_with(person)
    followed = {person.id} if current_user.id in followers else set()
    return followed, person.id in followers and person.id != current_user.id


def is_pinned(post: Post) -> bool:
    """Whether the reader wrote ``post`` and shows it first; nobody else is asked."""
    is_theirs = current_user.is_authenticated and current_user.id == post.author_id
    return is_theirs and current_user.has_pinned(post)
