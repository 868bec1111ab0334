"""Where a kind of text is written: the views that its sheet is sent to."""

from dataclasses import dataclass
from typing import Any

from flask import url_for


@dataclass(frozen=True)
class Desk:
    """The features that keep one kind of text, and the page that shows its sheet.

    :param sheets: whoever begins, changes and shows it: ``create edit update``.
    :param autosaves: whoever keeps it while it is written: ``create update destroy``.
    :param page: the template of the sheet; it takes ``form`` and ``post``.
    :param splits: whether one of two texts can become another post.
    """

    sheets: str
    autosaves: str
    page: str
    splits: bool = False

    def begins(self) -> str:
        """Where a new text is sent."""
        return url_for(f"{self.sheets}.create")

    def action(self, post: Any) -> str:
        """Where the sheet of ``post`` is sent; of None, where a new one is."""
        return self._of("update", post) if post else self.begins()

    def edit(self, post: Any) -> str:
        return self._of("edit", post)

    def keep(self, post: Any) -> str:
        """Where it is sent to be kept without anybody seeing it."""
        return url_for(f"{self.autosaves}.update", key=post.id)

    def discard(self, post: Any) -> str:
        """Where one throws away what nobody else has seen."""
        return url_for(f"{self.autosaves}.destroy", key=post.id)

    def _of(self, view: str, post: Any) -> str:
        return url_for(f"{self.sheets}.{view}", key=post.id)
