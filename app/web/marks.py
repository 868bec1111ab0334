"""The reader's own marks on what a page shows, asked for once a page."""

from collections.abc import Iterable

from flask_login import current_user

from app.models import User


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
