"""Which posts others could read before anybody wrote that down.

Apart from the column: adding it keeps readers waiting until its transaction ends, and
this takes as long as there are posts.
"""

from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

OUT = (
    "UPDATE post SET was_out = true WHERE published_at <= CURRENT_TIMESTAMP"
    " AND deleted_at IS NULL AND hidden_at IS NULL AND visibility <> 'private'"
    " AND NOT was_out"
)


def upgrade() -> None:
    op.execute(OUT)


def downgrade() -> None:
    """Leave them: what is written there stays true until the column goes."""
