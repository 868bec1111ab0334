"""A picture above a post."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

WORDS = {"cover_name": 26, "cover_src": 120, "cover_alt": 1000, "cover_caption": 300}


def upgrade() -> None:
    for name, longest in WORDS.items():
        words = sa.String(longest)
        op.add_column("post", sa.Column(name, words, server_default="", nullable=False))


def downgrade() -> None:
    for name in WORDS:
        op.drop_column("post", name)
