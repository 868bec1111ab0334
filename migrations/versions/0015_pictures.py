"""Pictures that people bring, and the posts that show them."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "picture",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("name", sa.String(26), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("tone", sa.Integer()),
        sa.Column("is_animated", sa.Boolean(), nullable=False),
        sa.Column("variants", sa.JSON(), nullable=False),
        sa.Column("weight", sa.BigInteger(), nullable=False),
        sa.Column("alt", sa.String(1000), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("needed_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user.id"],
            name=op.f("fk_picture_user_id_user"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture")),
        sa.UniqueConstraint("name", name=op.f("uq_picture_name")),
    )
    op.create_index(
        "ix_picture_user_id_created_at_id", "picture", ["user_id", "created_at", "id"]
    )
    op.create_index("ix_picture_user_id", "picture", ["user_id"])
    op.create_index("ix_picture_needed_at", "picture", ["needed_at"])
    op.create_table(
        "picture_use",
        sa.Column("picture_id", KEY, nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["picture_id"],
            ["picture.id"],
            name=op.f("fk_picture_use_picture_id_picture"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["post.id"],
            name=op.f("fk_picture_use_post_id_post"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("picture_id", "post_id", name=op.f("pk_picture_use")),
    )
    op.create_index("ix_picture_use_post_id", "picture_use", ["post_id"])


def downgrade() -> None:
    op.drop_table("picture_use")
    op.drop_table("picture")
