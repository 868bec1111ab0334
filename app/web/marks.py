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
