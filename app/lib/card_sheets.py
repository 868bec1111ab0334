"""What stands on the picture beside a link, and what that picture is called.

>>> len(CardSheet(title="On waiting", site="Inklings").digest)
16
"""

import hashlib
import json
from dataclasses import astuple, dataclass

#: In pixels: what networks show without cutting anything off.
WIDTH, HEIGHT = 1200, 630
#: Raise it when the same sheet is drawn otherwise: its picture gets another address.
VERSION = 1


@dataclass(frozen=True)
class CardSheet:
    """The words of a card, and whose face is on it; empty for what is not there."""

    title: str
    site: str
    name: str = ""
    #: Of whom: without a picture of theirs, what is drawn from the handle.
    handle: str = ""
    avatar: str = ""

    @property
    def digest(self) -> str:
        """64 bits in hexadecimal that stand for all that is drawn."""
        said = json.dumps([VERSION, *astuple(self)])
        return hashlib.sha256(said.encode()).hexdigest()[:16]
