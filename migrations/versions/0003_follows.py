"""Who follows whom, and how many."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
COUNTERS = ("following_count", "follower_count")


def upgrade() -> None:
    for counter in COUNTERS:
        op.add_column(
            "user", sa.Column(counter, sa.Integer(), server_default="0", nullable=False)
        )
    op.create_table(
        "follow",
        sa.Column("follower_id", KEY, nullable=False),
        sa.Column("followed_id", KEY, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "follower_id <> followed_id",
            name=op.f("ck_follow_nobody_follows_themselves"),
        ),
        *(
            sa.ForeignKeyConstraint(
                [key],
                ["user.id"],
                name=op.f(f"fk_follow_{key}_user"),
                ondelete="CASCADE",
            )
            for key in ("follower_id", "followed_id")
        ),
        sa.PrimaryKeyConstraint("follower_id", "followed_id", name=op.f("pk_follow")),
    )
    for columns in (
        ["follower_id", "created_at", "followed_id"],
        ["followed_id", "created_at", "follower_id"],
    ):
        op.create_index(f"ix_follow_{'_'.join(columns)}", "follow", columns)


def downgrade() -> None:
    op.drop_table("follow")
    for counter in reversed(COUNTERS):
        op.drop_column("user", counter)
