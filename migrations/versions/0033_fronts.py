"""What stands on the front pages: the popular, by language, and what was featured."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# With what points a post is listed how many half days later than it was published.
STEPS = " ".join(
    f"WHEN like_count + 2 * repost_count >= {2**step - 1} THEN {step}"
    for step in range(10, 0, -1)
)
HOURS = f"CASE {STEPS} END * 12"
WARM_AT = {
    "sqlite": f"strftime('%Y-%m-%d %H:%M:%f000', published_at, ({HOURS}) || ' hours')",
    "postgresql": (
        f"((published_at AT TIME ZONE 'UTC') + ({HOURS}) * INTERVAL '1 hour')"
        " AT TIME ZONE 'UTC'"
    ),
}
LISTED = "deleted_at IS NULL AND withheld_at IS NULL AND visibility = 'public'"
INDEXES = {
    "ix_post_popular": (["warm_at", "id"], "warm_at IS NOT NULL"),
    "ix_post_in_language": (["language", "published_at", "id"], "language <> ''"),
}


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    # SQLite adds no stored column to a table; its index stores the moment anyway.
    generated = sa.Computed(WARM_AT[dialect], persisted=dialect == "postgresql")
    column = sa.Column("warm_at", sa.DateTime(timezone=True), generated)
    op.add_column("post", column)
    for name, (columns, condition) in INDEXES.items():
        some = sa.text(f"{LISTED} AND {condition}")
        op.create_index(name, "post", columns, postgresql_where=some, sqlite_where=some)
    op.create_table(
        "feature",
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("by_id", KEY, nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["post.id"],
            name=op.f("fk_feature_post_id_post"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["by_id"],
            ["user.id"],
            name=op.f("fk_feature_by_id_user"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk_feature")),
    )
    op.create_index("ix_feature_by_id", "feature", ["by_id"])
    columns = ["created_at", "post_id"]
    op.create_index(f"ix_feature_{'_'.join(columns)}", "feature", columns)


def downgrade() -> None:
    op.drop_table("feature")
    for name in INDEXES:
        op.drop_index(name, "post")
    op.drop_column("post", "warm_at")
