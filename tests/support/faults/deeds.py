"""What people do, one thing after another, each with a mark to find it by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random
from secrets import token_hex
from uuid import uuid4

from tests.support.faults.town import HANDLES, Neighbour


@dataclass
class Deed:
    """One form that is sent, again and again until the site has answered.

    :param kind: such as "post"; of a switch "like" or "follow", with ``is_on``.
    :param mark: what nobody else has written; of a switch whom it is about.
    """

    kind: str
    by: str
    mark: str
    path: str
    fields: dict[str, str] = field(default_factory=dict)
    accept: str = "text/html"
    is_on: bool = True
    #: What the site answered last; 0 while it has not.
    status: int = 0
    tries: int = 0
    #: Statuses of answers that said it was not done, and what came instead of answers.
    failures: list[str] = field(default_factory=list)

    @property
    def is_acknowledged(self) -> bool:
        return 200 <= self.status < 400

    @property
    def is_refused(self) -> bool:
        """Whether the site said no, and would again."""
        return self.status in {403, 404, 413, 422, 429}


def deeds_of(neighbour: Neighbour, chance: Random) -> Iterator[Deed]:
    """All that somebody does, without end and mixed well."""
    kinds = (_post, _comment, _like, _follow, _message, _draft)
    for number in count():
        if number % len(kinds) == 0:
            order = chance.sample(kinds, len(kinds))
        others = [handle for handle in HANDLES if handle != neighbour.handle]
        yield order[number % len(kinds)](neighbour, chance.choice(others), number)


def newcomers() -> Iterator[Deed]:
    """People who join one after another, and are each sent a letter."""
    while True:
        mark = f"n{token_hex(6)}"
        fields = {
            "handle": mark,
            "name": "New Here",
            "email": f"{mark}@example.org",
            "password": "seven quiet herons",
        }
        yield Deed("join", mark, mark, "/sign-up", fields)


def _post(by: Neighbour, _other: str, _number: int) -> Deed:
    words = {"visibility": "public", "do": "publish"}
    return _written("post", by, "/posts", **words)


def _comment(by: Neighbour, other: str, _number: int) -> Deed:
    return _written("comment", by, f"/@{other}/the-harbour/comments")


def _message(by: Neighbour, _other: str, _number: int) -> Deed:
    return _written("message", by, f"/messages/{by.conversation}")


def _draft(by: Neighbour, _other: str, _number: int) -> Deed:
    deed = _written("draft", by, "/posts/autosave", visibility="public")
    deed.accept = "application/json"
    return deed


def _like(by: Neighbour, other: str, number: int) -> Deed:
    return _switch("like", by, other, f"/@{other}/the-harbour/like", number)


def _follow(by: Neighbour, other: str, number: int) -> Deed:
    return _switch("follow", by, other, f"/@{other}/follow", number)


def _written(kind: str, by: Neighbour, path: str, **more: str) -> Deed:
    mark = f"m{token_hex(8)}"
    fields = {"body": f"{mark} is my word.", "form_key": str(uuid4()), **more}
    return Deed(kind, by.handle, mark, path, fields)


def _switch(kind: str, by: Neighbour, other: str, path: str, number: int) -> Deed:
    is_on = number % 3 != 0
    return Deed(
        kind, by.handle, other, path if is_on else f"{path}/delete", is_on=is_on
    )
