"""What people say of themselves, and what they may do."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROLES = ("member", "author", "moderator", "admin")


def upgrade() -> None:
    op.add_column(
        "user", sa.Column("bio", sa.Text(), server_default="", nullable=False)
    )
    with op.batch_alter_table("account") as account:
        account.add_column(
            sa.Column("role", sa.String(20), server_default="member", nullable=False)
        )
        account.create_check_constraint(
            op.f("ck_account_known_role"), f"role IN {ROLES}"
        )


def downgrade() -> None:
    with op.batch_alter_table("account") as account:
        account.drop_constraint(op.f("ck_account_known_role"), type_="check")
        account.drop_column("role")
    op.drop_column("user", "bio")
