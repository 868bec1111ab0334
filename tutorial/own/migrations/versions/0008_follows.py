"""Who follows whom, and how many."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
COUNTS = ("following_count", "follower_count")


def upgrade() -> None:
    op.create_table(
        "follow",
        sa.Column("follower_id", KEY, nullable=False),
        sa.Column("followed_id", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "follower_id <> followed_id",
            name=op.f("ck_follow_nobody_follows_themselves"),
        ),
        sa.ForeignKeyConstraint(
            ["follower_id"],
            ["user.id"],
            name=op.f("fk_follow_follower_id_user"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["followed_id"],
            ["user.id"],
            name=op.f("fk_follow_followed_id_user"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("follower_id", "followed_id", name=op.f("pk_follow")),
    )
    for one, other in (("follower", "followed"), ("followed", "follower")):
        columns = [f"{one}_id", "created_at", f"{other}_id"]
        op.create_index(op.f(f"ix_follow_{'_'.join(columns)}"), "follow", columns)
    for name in COUNTS:
        op.add_column(
            "user", sa.Column(name, sa.Integer(), server_default="0", nullable=False)
        )


def downgrade() -> None:
    for name in COUNTS:
        op.drop_column("user", name)
    op.drop_table("follow")
