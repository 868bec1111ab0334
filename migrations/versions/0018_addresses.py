"""Former addresses of posts; where a post is from, its language and its headings."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FURNITURE = {
    "language": (sa.String(12), ""),
    "canonical": (sa.String(500), ""),
    "headings": (sa.JSON(), "[]"),
}


def upgrade() -> None:
    for name, (kind, empty) in FURNITURE.items():
        column = sa.Column(name, kind, server_default=empty, nullable=False)
        op.add_column("post", column)
    op.create_table(
        "former_slug",
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("slug", sa.String(100), nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["user.id"],
            name=op.f("fk_former_slug_author_id_user"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["post.id"],
            name=op.f("fk_former_slug_post_id_post"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("author_id", "slug", name=op.f("pk_former_slug")),
    )
    op.create_index("ix_former_slug_post_id", "former_slug", ["post_id"])


def downgrade() -> None:
    op.drop_table("former_slug")
    for name in reversed(FURNITURE):
        op.drop_column("post", name)
