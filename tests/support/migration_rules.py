"""What a migration would do, and whether the version before it lives through that.

Nothing is done: the operations are written down as PostgreSQL would be asked for them.
docs/upgrading.md says what the rules are for.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from unittest.mock import patch

import sqlalchemy as sa
from alembic.operations import AbstractOperations, Operations, ops
from alembic.runtime.migration import MigrationContext

#: The only change of a table by hand: it looks, and keeps nobody waiting.
HARMLESS = re.compile(r"\s*ALTER TABLE \S+ VALIDATE CONSTRAINT", re.I)
BY_HAND = re.compile(
    r"\s*(ALTER|DROP|TRUNCATE|LOCK|RENAME|CREATE (UNIQUE )?INDEX)\b", re.I
)


class Asks(Exception):
    """A migration wants to know what is there before it says what it does."""


@dataclass
class Migration:
    """``upgrade`` of one file, and what the file says of itself.

    :param ready_since: the released version since which the code does without a column
        or table, or always fills it: ``{"post.summary": "1.4"}``.
    """

    upgrade: Callable[[], None]
    ready_since: Mapping[str, str] = field(default_factory=dict)
    released: frozenset[str] = frozenset()

    def faults(self) -> list[str]:
        try:
            steps = list(_steps(self.upgrade))
        except Asks:
            return ["it asks the database: say it by op, or do it in a command"]
        made = {
            step.table_name for step, _ in steps if isinstance(step, ops.CreateTableOp)
        }
        return [
            fault
            for step, in_transaction in steps
            if _table(step) not in made
            for fault in self._faults(step, in_transaction)
        ]

    def _is_ready(self, name: str) -> bool:
        return self.ready_since.get(name) in self.released

    def _faults(
        self, step: ops.MigrateOperation, in_transaction: bool
    ) -> Iterator[str]:
        match step:
            case ops.DropTableOp(table_name=table):
                yield from self._unless_ready(table, "stop using it first")
            case ops.DropColumnOp(table_name=table, column_name=column):
                yield from self._unless_ready(
                    f"{table}.{column}", "stop using it first"
                )
            case ops.RenameTableOp(table_name=table):
                yield f"{table}: add a new one, write both, drop the old one later"
            case ops.AddColumnOp(table_name=table, column=column):
                yield from _new_column(f"{table}.{column.name}", column)
            case ops.AlterColumnOp():
                yield from self._altered(step)
            case ops.CreateIndexOp(table_name=table, kw=options):
                if in_transaction or not options.get("postgresql_concurrently"):
                    yield f"{table}: index concurrently, in an autocommit_block"
            case ops.CreateForeignKeyOp() | ops.CreateCheckConstraintOp():
                if not step.kw.get("postgresql_not_valid"):
                    yield f"{_table(step)}: postgresql_not_valid=True, then VALIDATE it"
            case ops.AddConstraintOp():
                yield f"{_table(step)}: build a unique index concurrently instead"
            case ops.ExecuteSQLOp(sqltext=said) if BY_HAND.match(str(said)):
                if not HARMLESS.match(str(said)):
                    yield f"{str(said)[:40]}: say it by op, so that it can be read"

    def _unless_ready(self, name: str, advice: str) -> Iterator[str]:
        if not self._is_ready(name):
            yield f"{name}: {advice}, and say READY_SINCE which released version"

    def _altered(self, step: ops.AlterColumnOp) -> Iterator[str]:
        name = f"{step.table_name}.{step.column_name}"
        if step.modify_name:
            yield f"{name}: add a new one, write both, drop the old one later"
        if step.modify_type is not None and not _is_wider(step):
            yield f"{name}: a column of another type is another column"
        if step.modify_nullable is False or step.modify_server_default is None:
            yield from self._unless_ready(name, "fill it always first")


def _new_column(name: str, column: sa.Column[object]) -> Iterator[str]:
    if not column.nullable and column.server_default is None:
        yield f"{name}: the version before does not fill it; give it a server_default"
    if column.foreign_keys or column.unique or column.index:
        yield f"{name}: add key and index after it, without locking the table"
    if column.computed is not None and column.computed.persisted is not False:
        yield f"{name}: computing it rewrites the table"


def _is_wider(step: ops.AlterColumnOp) -> bool:
    """Whether a text only gets more room, which PostgreSQL gives at once."""
    old, new = step.existing_type, step.modify_type
    if not isinstance(old, sa.String) or not isinstance(new, sa.String):
        return False
    return new.length is None or (old.length or new.length + 1) <= new.length


def _table(step: ops.MigrateOperation) -> str:
    return getattr(step, "table_name", None) or getattr(step, "source_table", "")


def _steps(
    upgrade: Callable[[], None],
) -> Iterator[tuple[ops.MigrateOperation, bool]]:
    """Every operation of ``upgrade``, and whether it is in a transaction."""
    options = {"as_sql": True, "output_buffer": StringIO()}
    context = MigrationContext.configure(dialect_name="postgresql", opts=options)
    steps, outside = [], []

    def write_down(_: object, step: ops.MigrateOperation) -> object:
        steps.append((step, not outside))
        return step.to_table() if isinstance(step, ops.CreateTableOp) else None

    @contextmanager
    def autocommit_block() -> Iterator[None]:
        outside.append(True)
        yield
        outside.pop()

    def refuse(_: object) -> None:
        raise Asks

    with (
        patch.object(Operations, "get_bind", refuse),
        patch.object(AbstractOperations, "invoke", write_down),
        patch.object(context, "autocommit_block", autocommit_block),
        Operations.context(context),
    ):
        upgrade()
    return iter(steps)
