"""Asking before following; following tags; what people keep to themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CHOICES = {
    "is_locked": sa.false(),
    "hides_counts": sa.false(),
    "is_suggested": sa.true(),
}


def upgrade() -> None:
    for name, usual in CHOICES.items():
        column = sa.Column(name, sa.Boolean(), server_default=usual, nullable=False)
        op.add_column("user", column)
    _pairs("follow_request", "follower_id", "followed_id", "nobody_asks_themselves")
    for columns in (
        ["follower_id", "created_at", "followed_id"],
        ["followed_id", "created_at", "follower_id"],
    ):
        name = f"ix_follow_request_{'_'.join(columns)}"
        op.create_index(name, "follow_request", columns)
    _pairs("not_now", "user_id", "other_id", "nobody_meets_themselves")
    op.create_index("ix_not_now_other_id", "not_now", ["other_id"])
    op.create_table(
        "tag_follow",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("tag_id", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _goes_with("tag_follow", "user_id", "user"),
        _goes_with("tag_follow", "tag_id", "tag"),
        sa.PrimaryKeyConstraint("user_id", "tag_id", name=op.f("pk_tag_follow")),
    )
    columns = ["user_id", "created_at", "tag_id"]
    op.create_index("ix_tag_follow_user_id_created_at_tag_id", "tag_follow", columns)
    op.create_index("ix_tag_follow_tag_id", "tag_follow", ["tag_id"])


def _pairs(table: str, one: str, other: str, rule: str) -> None:
    op.create_table(
        table,
        sa.Column(one, KEY, nullable=False),
        sa.Column(other, KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint(f"{one} <> {other}", name=op.f(f"ck_{table}_{rule}")),
        _goes_with(table, one, "user"),
        _goes_with(table, other, "user"),
        sa.PrimaryKeyConstraint(one, other, name=op.f(f"pk_{table}")),
    )


def _goes_with(table: str, column: str, whole: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{whole}")
    return sa.ForeignKeyConstraint(
        [column], [f"{whole}.id"], name=name, ondelete="CASCADE"
    )


def downgrade() -> None:
    for table in ("tag_follow", "not_now", "follow_request"):
        op.drop_table(table)
    for name in reversed(CHOICES):
        op.drop_column("user", name)
