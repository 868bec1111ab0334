"""What goes by itself, once it has been kept for long enough."""

from typing import Any

from app.extensions import Base
from app.models.rows import touched


def prune() -> dict[str, int]:
    """Remove what is over, in the transaction at hand; how many rows of which table."""
    return {
        table.__tablename__: count
        for table in _pruned()
        if (count := touched(table.removal()))
    }


def _pruned() -> list[Any]:
    """The tables whose rows end by themselves, by name."""
    tables = [mapper.class_ for mapper in Base.registry.mappers]
    ending = [table for table in tables if hasattr(table, "removal")]
    return sorted(ending, key=lambda table: table.__tablename__)
