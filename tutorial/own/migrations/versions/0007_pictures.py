"""Pictures above posts."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "picture",
        sa.Column("id", KEY, nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("name", sa.String(26), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("tone", sa.Integer(), nullable=True),
        sa.Column("is_animated", sa.Boolean(), nullable=False),
        sa.Column("variants", sa.JSON(), nullable=False),
        sa.Column("alt", sa.String(1000), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["post.id"],
            name=op.f("fk_picture_post_id_post"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture")),
        sa.UniqueConstraint("name", name=op.f("uq_picture_name")),
    )
    op.create_index("ix_picture_post_id", "picture", ["post_id"])
    for name, length in (("cover_name", 26), ("cover_src", 120)):
        op.add_column(
            "post",
            sa.Column(name, sa.String(length), server_default="", nullable=False),
        )


def downgrade() -> None:
    op.drop_column("post", "cover_src")
    op.drop_column("post", "cover_name")
    op.drop_table("picture")
