"""Texts that a post had, and whether readers may see them."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column(
        "post",
        sa.Column(
            "shows_history", sa.Boolean(), server_default=sa.false(), nullable=False
        ),
    )
    op.create_table(
        "revision",
        sa.Column("id", KEY, nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("summary", sa.String(300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("words_added", sa.Integer(), server_default="0", nullable=False),
        sa.Column("words_removed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("restored_from", sa.Integer(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["post.id"],
            name=op.f("fk_revision_post_id_post"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_index(
        "ix_revision_post_id_number", "revision", ["post_id", "number"], unique=True
    )
    # What was published before there were revisions begins with the text of today.
    op.execute(
        "INSERT INTO revision (post_id, number, title, summary, body, words_added,"
        " created_at, published_at)"
        " SELECT id, 1, title, summary, body, word_count,"
        " coalesce(edited_at, published_at), coalesce(edited_at, published_at)"
        " FROM post WHERE published_at IS NOT NULL"
    )


def downgrade() -> None:
    op.drop_table("revision")
    op.drop_column("post", "shows_history")
