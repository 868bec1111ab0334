"""Names as they are looked up while somebody types them."""

from sqlalchemy.orm import Mapped, mapped_column, validates

from app.lib.plaintext import bare
from app.models.columns import WHOLE, code_points

LONGEST = 80


class Findable:
    """The part of a user that is found by the beginning of their name."""

    # The name without case and accents.
    name_key: Mapped[str] = mapped_column(
        code_points(LONGEST), index=True, default="", server_default="", **WHOLE
    )

    @validates("name")
    def _keep_key(self, _field: str, name: str) -> str:
        self.name_key = bare(name)[:LONGEST]
        return name
