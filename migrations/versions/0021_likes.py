"""Likes, saved posts, and posts that others show to their followers."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
COUNTERS = ("like_count", "repost_count")


def upgrade() -> None:
    for name in COUNTERS:
        column = sa.Column(name, sa.Integer(), server_default="0", nullable=False)
        op.add_column("post", column)
    for table in ("like", "bookmark"):
        op.create_table(
            table,
            *_who_what_when(table),
            sa.PrimaryKeyConstraint("user_id", "post_id", name=op.f(f"pk_{table}")),
        )
    _index("like", "post_id", "created_at", "user_id")
    _index("bookmark", "post_id")
    _index("bookmark", "user_id", "created_at", "post_id")
    op.create_table(
        "repost",
        sa.Column("id", KEY, nullable=False),
        sa.Column("remark", sa.String(500), nullable=False),
        sa.Column("remark_html", sa.Text(), nullable=False),
        *_who_what_when("repost"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repost")),
        sa.UniqueConstraint(
            "user_id", "post_id", name=op.f("uq_repost_user_id_post_id")
        ),
    )
    _index("repost", "user_id")
    _index("repost", "post_id", "created_at", "id")
    _index("repost", "user_id", "created_at", "id")


def _who_what_when(table: str) -> list[sa.Column[object] | sa.Constraint]:
    return [
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _goes_with(table, "user_id", "user"),
        _goes_with(table, "post_id", "post"),
    ]


def _goes_with(table: str, column: str, whole: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{whole}")
    return sa.ForeignKeyConstraint(
        [column], [f"{whole}.id"], name=name, ondelete="CASCADE"
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)


def downgrade() -> None:
    for table in ("repost", "bookmark", "like"):
        op.drop_table(table)
    for name in COUNTERS:
        op.drop_column("post", name)
