"""Which machines may find and read the site."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

KNOWN = "ai_crawlers IN ('all', 'answers', 'none')"


def upgrade() -> None:
    with op.batch_alter_table("site") as site:
        site.add_column(
            sa.Column(
                "is_indexable", sa.Boolean(), server_default=sa.true(), nullable=False
            )
        )
        site.add_column(
            sa.Column(
                "ai_crawlers",
                sa.String(length=20),
                server_default="answers",
                nullable=False,
            )
        )
        site.create_check_constraint(op.f("ck_site_known_ai_crawlers"), KNOWN)


def downgrade() -> None:
    with op.batch_alter_table("site") as site:
        site.drop_constraint(op.f("ck_site_known_ai_crawlers"), type_="check")
        site.drop_column("ai_crawlers")
        site.drop_column("is_indexable")
