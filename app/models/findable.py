"""Names as they are looked up while somebody types them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, CompoundSelect, select, union_all
from sqlalchemy.orm import Mapped, mapped_column, validates

from app.lib.plaintext import bare
from app.models.columns import WHOLE, code_points

LONGEST = 80
# Sorts after everything that a name consists of.
_LAST = "\U0010ffff"


class Findable:
    """The part of a user that is found by the beginning of their name."""

    # The name without case and accents.
    name_key: Mapped[str] = mapped_column(
        code_points(LONGEST), index=True, default="", server_default="", **WHOLE
    )

    if TYPE_CHECKING:
        id: Mapped[int]
        handle: Mapped[str]

    @classmethod
    def ids_called(cls, beginning: str) -> CompoundSelect[int]:
        """The ids of those whose handle or name begins so.

        :param beginning: as :func:`app.lib.plaintext.bare` gives it.
        """
        return union_all(
            *(
                select(cls.id).where(begins(column, beginning))
                for column in (cls.handle, cls.name_key)
            )
        )

    @validates("name")
    def _keep_key(self, _field: str, name: str) -> str:
        self.name_key = bare(name)[:LONGEST]
        return name


def begins(column: Any, text: str) -> ColumnElement[bool]:
    """A condition that an index answers, as LIKE does not on every database."""
    found: ColumnElement[bool] = column.between(text, text + _LAST)
    return found
