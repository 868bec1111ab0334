"""A stand-in for whoever reads: a query is built once with it, and asked for each.

Building the query of a member's home takes longer than the database needs to answer it.
What is built with ``WHOEVER`` is executed with ``{"reader_id": …}``.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, bindparam

from app.models.block import Blocker
from app.models.follow import Follower
from app.models.mute import Muter
from app.models.muted_word import WordMuter


class _Whoever(Follower, Blocker, Muter, WordMuter):
    id = bindparam("reader_id", type_=BigInteger)  # type: ignore[assignment]


#: Takes the place of a ``User``, where no more of them is asked for than these parts.
WHOEVER: Final[Any] = _Whoever()
