"""Drafts, and what the renderer makes of a text."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
# Name, type, and what stands there in the rows that are there already.
COLUMNS = (
    ("body_html", sa.Text(), ""),
    ("excerpt", sa.String(400), ""),
    ("word_count", sa.Integer(), "0"),
    ("renderer", sa.Integer(), "0"),
    ("version", sa.Integer(), "1"),
    ("updated_at", MOMENT, "1970-01-01 00:00:00"),
)


def upgrade() -> None:
    for name, kind, first in COLUMNS:
        column = sa.Column(name, kind, server_default=first, nullable=False)
        op.add_column("post", column)
    op.add_column("post", sa.Column("published_at", MOMENT, nullable=True))
    # What stands there is out. ``flask posts rerender`` makes its HTML.
    op.execute(
        "UPDATE post SET published_at = created_at,"
        " updated_at = coalesce(edited_at, created_at)"
    )


def downgrade() -> None:
    with op.batch_alter_table("post") as post:
        for name in ("published_at", *(name for name, _, _ in COLUMNS)):
            post.drop_column(name)
