"""Whom a post is for, when others were told of it, and links that show it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
HERE = "deleted_at IS NULL AND withheld_at IS NULL"


def upgrade() -> None:
    # In one statement, which SQLite can do without copying the table.
    op.execute(
        "ALTER TABLE post ADD COLUMN visibility VARCHAR(10) DEFAULT 'public' NOT NULL"
        " CONSTRAINT ck_post_known_visibility"
        " CHECK (visibility IN ('public', 'unlisted', 'followers', 'private'))"
    )
    op.add_column("post", sa.Column("announced_at", MOMENT))
    op.add_column(
        "post",
        sa.Column(
            "is_counted", sa.Boolean(), server_default=sa.false(), nullable=False
        ),
    )
    op.execute(
        "UPDATE post SET announced_at = published_at WHERE published_at IS NOT NULL"
    )
    op.execute(
        "UPDATE post SET is_counted = (published_at IS NOT NULL AND deleted_at IS NULL)"
    )
    _index_lists(f"{HERE} AND visibility = 'public'")
    op.create_table(
        "share",
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("token", sa.String(43), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["post.id"],
            name=op.f("fk_share_post_id_post"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk_share")),
        sa.UniqueConstraint("token", name=op.f("uq_share_token")),
    )


def _index_lists(condition: str) -> None:
    where = sa.text(condition)
    op.drop_index("ix_post_listed", "post")
    op.create_index(
        "ix_post_listed",
        "post",
        ["published_at", "id"],
        postgresql_where=where,
        sqlite_where=where,
    )


def downgrade() -> None:
    op.drop_table("share")
    # What was not for everybody stays with its author.
    op.execute("UPDATE post SET published_at = NULL WHERE visibility <> 'public'")
    _index_lists(HERE)
    op.drop_column("post", "is_counted")
    op.drop_column("post", "announced_at")
    op.drop_column("post", "visibility")
