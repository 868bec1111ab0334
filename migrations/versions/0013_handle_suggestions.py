"""Handles and names that are found by their beginning."""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEY = sa.String(80).with_variant(sa.String(80, collation="C"), "postgresql")


def upgrade() -> None:
    _sort_handles_by("C")
    _add_keys_of_names()


def downgrade() -> None:
    op.drop_index("ix_user_name_key", "user")
    op.drop_column("user", "name_key")
    _sort_handles_by("default")


def _sort_handles_by(collation: str) -> None:
    """By code points, too; SQLite knows no other order."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("user", "handle", type_=sa.String(30, collation=collation))


def _add_keys_of_names() -> None:
    key = sa.Column("name_key", KEY, server_default="", nullable=False)
    op.add_column("user", key)
    people = sa.table("user", sa.column("id"), sa.column("name"), sa.column("name_key"))
    connection = op.get_bind()
    keys = [
        {"person": person.id, "key": _bare(person.name)[:80]}
        for person in connection.execute(sa.select(people.c.id, people.c.name))
    ]
    if keys:
        one = sa.update(people).where(people.c.id == sa.bindparam("person"))
        connection.execute(one.values(name_key=sa.bindparam("key")), keys)
    op.create_index("ix_user_name_key", "user", ["name_key"])


def _bare(name: str) -> str:
    """Without case and accents, as the model keeps it."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in letters if not unicodedata.category(c).startswith("M"))
    return unicodedata.normalize("NFKC", plain)
