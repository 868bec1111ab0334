"""What an article has around its text, beside its title and summary."""

from __future__ import annotations

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from app.lib.markdown import Heading
from app.models.columns import WHOLE

CANONICAL_LONGEST = 500
# Fewer are seen at a glance.
FEWEST_HEADINGS = 3


class Furnished:
    """The part of a post that says where it is from, its language and its headings."""

    # As in "de"; empty: not said.
    language: Mapped[str] = mapped_column(String(12), default="", server_default="")
    # Where it was published before it was published here; empty: nowhere.
    canonical: Mapped[str] = mapped_column(
        String(CANONICAL_LONGEST), default="", server_default="", **WHOLE
    )
    # What the renderer found: level, id and words of each.
    headings: Mapped[list[list[str | int]]] = mapped_column(
        JSON, default=list, server_default="[]", **WHOLE
    )

    def list_headings(self, found: tuple[Heading, ...]) -> None:
        """Keep what the table of contents is made of."""
        self.headings = [[line.level, line.id, line.text] for line in found]

    @property
    def contents(self) -> list[Heading]:
        """The table of contents; empty where there is little to list."""
        if len(self.headings) < FEWEST_HEADINGS:
            return []
        return [
            Heading(int(n), str(key), str(words)) for n, key, words in self.headings
        ]
