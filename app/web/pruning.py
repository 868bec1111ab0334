"""What goes by itself, once it has been kept for long enough."""

from collections.abc import Callable
from typing import Any

from app.extensions import Base
from app.models.rows import touched

_FIRST: list[Callable[[], None]] = []
_LAST: list[Callable[[], None]] = []


def before_pruning(task: Callable[[], None]) -> Callable[[], None]:
    """Have ``task`` done in the transaction that prunes, while everything is there."""
    _FIRST.append(task)
    return task


def after_pruning(task: Callable[[], None]) -> Callable[[], None]:
    """Have ``task`` done once it is committed: what no rollback brings back."""
    _LAST.append(task)
    return task


def clean_up() -> None:
    """Remove what went out of use with the rows. Call it after the commit."""
    for task in _LAST:
        task()


def prune() -> dict[str, int]:
    """Remove what is over, in the transaction at hand; how many rows of which table."""
    for task in _FIRST:
        task()
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
