"""The reader's own marks on what a page shows, asked for once a page."""

from collections.abc import Iterable

from flask_login import current_user

from app.models import User


def followed_among(people: Iterable[User]) -> set[int]:
    """The ids of those of ``people`` whom the reader follows; none for a visitor."""
    if current_user.is_anonymous:
        return set()
    followed: set[int] = current_user.followed_among(people)
    return followed
