"""Posts, and how many each person has published."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NOT_BINNED = sa.text("deleted_at IS NULL")
BINNED = sa.text("deleted_at IS NOT NULL")


def upgrade() -> None:
    op.add_column(
        "user",
        sa.Column("post_count", sa.Integer(), server_default="0", nullable=False),
    )
    op.create_table(
        "post",
        sa.Column("id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("slug", sa.String(100), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("summary", sa.String(300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("body_html", sa.Text(), nullable=False),
        sa.Column("teaser_html", sa.Text(), nullable=False),
        sa.Column("excerpt", sa.String(400), nullable=False),
        sa.Column("picture", sa.Text(), nullable=False),
        sa.Column("word_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("renderer", sa.Integer(), server_default="0", nullable=False),
        sa.Column("form_key", sa.String(36), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.Column("edited_at", MOMENT, nullable=True),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["user.id"],
            name=op.f("fk_post_author_id_user"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
        sa.UniqueConstraint("author_id", "slug", name=op.f("uq_post_author_id_slug")),
        sa.UniqueConstraint(
            "author_id", "form_key", name=op.f("uq_post_author_id_form_key")
        ),
    )
    op.create_index(op.f("ix_post_author_id"), "post", ["author_id"])
    op.create_index(
        "ix_post_deleted_at",
        "post",
        ["deleted_at"],
        postgresql_where=BINNED,
        sqlite_where=BINNED,
    )
    for name, columns in LISTS.items():
        op.create_index(
            name, "post", columns, postgresql_where=NOT_BINNED, sqlite_where=NOT_BINNED
        )


LISTS = {
    "ix_post_listed": ["published_at", "id"],
    "ix_post_listed_by": ["author_id", "published_at", "id"],
}


def downgrade() -> None:
    op.drop_table("post")
    op.drop_column("user", "post_count")
