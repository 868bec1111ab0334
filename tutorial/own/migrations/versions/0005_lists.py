"""Indexes in the order of the lists."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_post_listed", "post", ["published_at", "id"])
    op.create_index("ix_post_listed_by", "post", ["author_id", "published_at", "id"])
    op.create_index("ix_user_listed", "user", ["created_at", "id"])


def downgrade() -> None:
    op.drop_index("ix_user_listed", "user")
    op.drop_index("ix_post_listed_by", "post")
    op.drop_index("ix_post_listed", "post")
