"""What people say below posts, and how much it is."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
POINTS_TO = {"post_id": "post", "author_id": "user", "parent_id": "comment"}


def upgrade() -> None:
    op.create_table(
        "comment",
        sa.Column("id", KEY, nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("parent_id", KEY, nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("body_html", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{table}.id"],
                name=op.f(f"fk_comment_{column}_{table}"),
                ondelete="CASCADE",
            )
            for column, table in POINTS_TO.items()
        ),
    )
    op.create_index("ix_comment_post_id_id", "comment", ["post_id", "id"])
    op.create_index("ix_comment_author_id", "comment", ["author_id"])
    op.create_index("ix_comment_parent_id", "comment", ["parent_id"])
    count = sa.Column("comment_count", sa.Integer(), server_default="0", nullable=False)
    op.add_column("post", count)


def downgrade() -> None:
    op.drop_column("post", "comment_count")
    op.drop_table("comment")
