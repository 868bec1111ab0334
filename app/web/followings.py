"""Who follows somebody, and whom they follow, as the reader finds them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import contains_eager

from app.lib.plaintext import bare
from app.models import Follow, User
from app.web.current import reader
from app.web.pagination import PAGE, Page, paginate


def page_of(
    person: User,
    side: str,
    typed: str = "",
    size: int = PAGE,
    shown: Sequence[Any] = (),
) -> tuple[Page[Follow], list[User]]:
    """A page of one of the two lists of ``person``, and the people on it.

    :param side: "followers" or "following".
    :param typed: how the name or the handle begins; empty for everybody.
    :param shown: options that bring along more of each person.
    """
    if side == "followers":
        rows, other, key = person.followers(), "follower", Follow.follower_id
    else:
        rows, other, key = person.following(), "followed", Follow.followed_id
    rows = rows.where(User.is_found_by(reader()))
    if beginning := bare(typed.removeprefix("@"))[:80]:
        rows = rows.where(key.in_(User.ids_called(beginning)))
    if shown:
        rows = rows.options(contains_eager(getattr(Follow, other)).options(*shown))
    page = paginate(rows, Follow.created_at, key, size=size)
    return page, [getattr(follow, other) for follow in page]
