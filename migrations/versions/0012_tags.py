"""Words under which posts are found."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LONGEST = 60
SOURCES = ("tag_line", "hashtags")


def by_code_points(length):
    """In an order in which an index answers how a text begins."""
    ordered = sa.String(length, collation="C")
    return sa.String(length).with_variant(ordered, "postgresql")


def upgrade() -> None:
    for name in SOURCES:
        op.add_column(
            "post", sa.Column(name, sa.Text(), server_default="", nullable=False)
        )
    op.create_table(
        "tag",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", by_code_points(LONGEST), nullable=False),
        sa.Column("label", sa.String(LONGEST), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_tag_name")),
    )
    op.create_table(
        "tagging",
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("tag_id", KEY, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["post.id"],
            name=op.f("fk_tagging_post_id_post"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tag_id"],
            ["tag.id"],
            name=op.f("fk_tagging_tag_id_tag"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("post_id", "tag_id", name=op.f("pk_tagging")),
    )
    columns = ["tag_id", "published_at", "post_id"]
    op.create_index(f"ix_tagging_{'_'.join(columns)}", "tagging", columns)


def downgrade() -> None:
    op.drop_table("tagging")
    op.drop_table("tag")
    for name in reversed(SOURCES):
        op.drop_column("post", name)
