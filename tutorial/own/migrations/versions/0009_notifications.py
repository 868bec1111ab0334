"""What people are told of."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNREAD = {
    "postgresql_where": sa.text("read_at IS NULL"),
    "sqlite_where": sa.text("read_at IS NULL"),
}
INDEXES = (
    ["user_id"],
    ["actor_id"],
    ["post_id"],
    ["comment_id"],
    ["user_id", "created_at", "id"],
)


def upgrade() -> None:
    op.create_table(
        "notification",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("actor_id", KEY, nullable=False),
        sa.Column("post_id", KEY, nullable=True),
        sa.Column("comment_id", KEY, nullable=True),
        sa.Column("group_key", sa.String(64), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("read_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["user.id"],
            name=op.f("fk_notification_actor_id_user"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["comment.id"],
            name=op.f("fk_notification_comment_id_comment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["post.id"],
            name=op.f("fk_notification_post_id_post"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user.id"],
            name=op.f("fk_notification_user_id_user"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
    )
    for columns in INDEXES:
        name = f"ix_notification_{'_'.join(columns)}"
        op.create_index(op.f(name), "notification", columns)
    op.create_index(
        op.f("uq_notification_unread_group"),
        "notification",
        ["user_id", "group_key"],
        unique=True,
        **UNREAD,
    )
    op.create_index(
        op.f("ix_notification_unread"), "notification", ["user_id"], **UNREAD
    )


def downgrade() -> None:
    op.drop_table("notification")
