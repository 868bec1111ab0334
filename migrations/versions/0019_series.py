"""Series of posts, and posts that are shown first."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "series",
        sa.Column("id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("slug", sa.String(100), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("summary", sa.String(500), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _goes_with("series", "author_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("author_id", "slug", name=op.f("uq_series_author_id_slug")),
    )
    op.create_index("ix_series_author_id", "series", ["author_id"])
    op.create_table(
        "series_part",
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("series_id", KEY, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        _goes_with("series_part", "post_id", "post"),
        _goes_with("series_part", "series_id", "series"),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk_series_part")),
        sa.UniqueConstraint(
            "series_id", "place", name=op.f("uq_series_part_series_id_place")
        ),
    )
    op.create_index("ix_series_part_series_id", "series_part", ["series_id"])
    op.create_table(
        "pin",
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _goes_with("pin", "post_id", "post"),
        _goes_with("pin", "user_id", "user"),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk_pin")),
    )
    op.create_index("ix_pin_user_id", "pin", ["user_id"])


def _goes_with(table: str, column: str, whole: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{whole}")
    return sa.ForeignKeyConstraint(
        [column], [f"{whole}.id"], name=name, ondelete="CASCADE"
    )


def downgrade() -> None:
    for table in ("pin", "series_part", "series"):
        op.drop_table(table)
