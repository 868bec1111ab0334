"""What stands on everybody's home, filled with what would have been written there."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# The newest posts of oneself and of whom one follows, for everybody: of each author
# as many as come along with a follow, in all as many as a home keeps.
WRITTEN_BEFORE = """
    WITH written AS (
        SELECT author_id, id, published_at AS at, row_number() OVER (
            PARTITION BY author_id ORDER BY published_at DESC, id DESC
        ) AS place
        FROM post
        WHERE published_at IS NOT NULL AND visibility IN ('public', 'followers')
    ),
    brought AS (
        SELECT follower_id AS reader_id, id AS post_id, at
        FROM follow JOIN written ON written.author_id = follow.followed_id
        WHERE place <= 100
        UNION ALL
        SELECT author_id, id, at FROM written WHERE place <= 800
    ),
    placed AS (
        SELECT reader_id, post_id, at, row_number() OVER (
            PARTITION BY reader_id ORDER BY at DESC, post_id DESC
        ) AS place
        FROM brought
    )
    INSERT INTO timeline_entry (reader_id, post_id, at)
    SELECT reader_id, post_id, at FROM placed WHERE place <= 800
"""


def upgrade() -> None:
    op.create_table(
        "timeline_entry",
        sa.Column("reader_id", KEY, nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("repost_id", KEY, nullable=True),
        sa.Column("tag_id", KEY, nullable=True),
        _goes_with("reader_id", "user"),
        _goes_with("post_id", "post"),
        _goes_with("repost_id", "repost"),
        _goes_with("tag_id", "tag"),
        sa.PrimaryKeyConstraint("reader_id", "post_id", name="pk_timeline_entry"),
    )
    op.execute(WRITTEN_BEFORE)
    long = sa.text(
        "deleted_at IS NULL AND withheld_at IS NULL"
        " AND visibility = 'public' AND word_count >= 1600"
    )
    op.create_index(
        "ix_post_long_reads",
        "post",
        ["published_at", "id"],
        postgresql_where=long,
        sqlite_where=long,
    )
    for column in ("home_seen_at", "home_left_at"):
        moment = sa.Column(column, sa.DateTime(timezone=True), nullable=True)
        op.add_column("account", moment)
    columns = ["reader_id", "at", "post_id"]
    name = "ix_timeline_entry_reader_id_at_post_id"
    op.create_index(name, "timeline_entry", columns)
    op.create_index("ix_timeline_entry_post_id", "timeline_entry", ["post_id"])
    for column in ("repost_id", "tag_id"):
        some = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_timeline_entry_{column}",
            "timeline_entry",
            [column],
            postgresql_where=some,
            sqlite_where=some,
        )


def _goes_with(column: str, whole: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_timeline_entry_{column}_{whole}")
    return sa.ForeignKeyConstraint(
        [column], [f"{whole}.id"], name=name, ondelete="CASCADE"
    )


def downgrade() -> None:
    op.drop_index("ix_post_long_reads", "post")
    for column in ("home_seen_at", "home_left_at"):
        op.drop_column("account", column)
    op.drop_table("timeline_entry")
