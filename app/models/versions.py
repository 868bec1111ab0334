"""What is written twice at once: in two tabs, or here and by a program."""

from __future__ import annotations

from typing import TYPE_CHECKING


class Conflict(Exception):
    """A text was to go over another than its writer has seen; nothing was changed."""

    def __init__(self, post: Versioned) -> None:
        super().__init__("saved over a newer text")
        self.post = post


class Worded:
    """What has a title, a line underneath and a body."""

    title: str
    summary: str
    body: str

    @property
    def words(self) -> dict[str, str]:
        return {"title": self.title, "summary": self.summary, "body": self.body}


class Versioned(Worded):
    """The part of a post that notices the edit made in another tab."""

    if TYPE_CHECKING:
        version: int

        def revise(self, *, title: str, summary: str, body: str) -> None: ...

    def accept(
        self, words: dict[str, str], *, over: int | None, replacing: int | None = None
    ) -> None:
        """Take another text from somebody who saw the version ``over``.

        :param replacing: the newer version, where they have seen it too and want
            theirs nevertheless.
        :raises Conflict: when somebody saved yet another text meanwhile.
        """
        if words == self.words:
            return
        if self.version not in {over, replacing}:
            raise Conflict(self)
        self.revise(**words)
