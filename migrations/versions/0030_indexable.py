"""Whether search has what somebody writes."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column(
        "is_indexable", sa.Boolean(), server_default=sa.true(), nullable=False
    )
    op.add_column("user", column)


def downgrade() -> None:
    op.drop_column("user", "is_indexable")
