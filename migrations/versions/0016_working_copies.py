"""What is typed over a published post before others are meant to see it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "working_copy",
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("over", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.String(36), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["post.id"],
            name=op.f("fk_working_copy_post_id_post"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user.id"],
            name=op.f("fk_working_copy_user_id_user"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk_working_copy")),
    )
    op.create_index("ix_working_copy_user_id", "working_copy", ["user_id"])


def downgrade() -> None:
    op.drop_table("working_copy")
