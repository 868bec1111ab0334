"""Who is away, handles that are never given twice, and letters that nobody wants."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LISTS = {
    "ix_post_listed": ["published_at", "id"],
    "ix_post_listed_by": ["author_id", "published_at", "id"],
}


def upgrade() -> None:
    op.add_column("user", sa.Column("ends_at", MOMENT))
    op.add_column("post", sa.Column("withheld_at", MOMENT))
    _index_lists("deleted_at IS NULL AND withheld_at IS NULL")
    op.add_column(
        "account",
        sa.Column("muted_mail", sa.JSON(), server_default="[]", nullable=False),
    )
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("user_id", KEY))
        outbox.create_index("ix_outbox_user_id", ["user_id"])
        outbox.create_foreign_key(
            op.f("fk_outbox_user_id_user"),
            "user",
            ["user_id"],
            ["id"],
            ondelete="SET NULL",
        )
    op.create_table(
        "handle",
        sa.Column("handle", sa.String(30), nullable=False),
        sa.Column("user_id", KEY),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user.id"],
            name=op.f("fk_handle_user_id_user"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("handle", name=op.f("pk_handle")),
    )
    op.create_index("ix_handle_user_id", "handle", ["user_id"])
    op.execute(
        "INSERT INTO handle (handle, user_id, created_at)"
        ' SELECT handle, id, created_at FROM "user"'
    )


def _index_lists(condition: str) -> None:
    for name, columns in LISTS.items():
        where = sa.text(condition)
        op.drop_index(name, "post")
        op.create_index(
            name, "post", columns, postgresql_where=where, sqlite_where=where
        )


def downgrade() -> None:
    op.drop_table("handle")
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_constraint(op.f("fk_outbox_user_id_user"), type_="foreignkey")
        outbox.drop_index("ix_outbox_user_id")
        outbox.drop_column("user_id")
    op.drop_column("account", "muted_mail")
    _index_lists("deleted_at IS NULL")
    op.drop_column("post", "withheld_at")
    op.drop_column("user", "ends_at")
