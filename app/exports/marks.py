"""What somebody did with posts, in the copy of everything: addresses, not the texts."""

from collections.abc import Iterator
from typing import Any

from app.extensions import db
from app.models import User, echoes
from app.web.urls import absolute_url


def marks_of(person: User) -> dict[str, list[dict[str, Any]]]:
    """What ``person`` liked, saved and reposted of what they may read today."""
    return {
        "liked": list(_told(echoes.liked(person))),
        "saved": list(_told(echoes.saved(person))),
        "reposted": list(_told(echoes.reposted(person, person), "remark")),
    }


def _told(rows: Any, *more: str) -> Iterator[dict[str, Any]]:
    for row in db.session.scalars(rows.execution_options(yield_per=100)):
        post = row.post
        address = absolute_url("posts.show", handle=post.author.handle, slug=post.slug)
        said = {name: getattr(row, name) for name in more}
        yield {"address": address, "since": row.created_at, **said}
