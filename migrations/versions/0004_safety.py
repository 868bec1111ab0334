"""Confirmed addresses, links in mails, known devices, and a record of what happened."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ROLES = "role IN ('member', 'author', 'moderator', 'admin')"
OLD_ROLES = "role IN ('member', 'moderator', 'admin')"


def upgrade() -> None:
    with op.batch_alter_table("account") as account:
        account.add_column(sa.Column("confirmed_at", MOMENT))
        account.add_column(
            sa.Column("time_zone", sa.String(64), server_default="", nullable=False)
        )
        account.drop_constraint(op.f("ck_account_known_role"), type_="check")
        account.create_check_constraint(op.f("ck_account_known_role"), ROLES)
    # Whom an address has signed in until now keeps it.
    op.execute(
        "UPDATE account SET confirmed_at = created_at WHERE user_id IN"
        " (SELECT min(user_id) FROM account GROUP BY email)"
    )
    op.create_index(
        "uq_account_confirmed_email",
        "account",
        ["email"],
        unique=True,
        postgresql_where=sa.text("confirmed_at IS NOT NULL"),
        sqlite_where=sa.text("confirmed_at IS NOT NULL"),
    )
    with op.batch_alter_table("login_session") as login_session:
        login_session.add_column(sa.Column("proved_at", MOMENT))
        login_session.add_column(
            sa.Column("network", sa.String(45), server_default="", nullable=False)
        )
    _create_account_token()
    _create_known_device()
    _create_audit_entry()


def _create_account_token() -> None:
    op.create_table(
        "account_token",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("token_digest", sa.String(64), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.CheckConstraint(
            "purpose IN ('confirm_email', 'reset_password', 'change_email',"
            " 'revert_email')",
            name=op.f("ck_account_token_known_purpose"),
        ),
        _owner("account_token", "user_id", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_token")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_account_token_token_digest")),
    )
    op.create_index("ix_account_token_user_id", "account_token", ["user_id"])
    op.create_index("ix_account_token_expires_at", "account_token", ["expires_at"])


def _create_known_device() -> None:
    op.create_table(
        "known_device",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("token_digest", sa.String(64), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        _owner("known_device", "user_id", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_device")),
        sa.UniqueConstraint(
            "user_id", "token_digest", name=op.f("uq_known_device_user_id_token_digest")
        ),
    )
    op.create_index("ix_known_device_user_id", "known_device", ["user_id"])


def _create_audit_entry() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("actor_id", KEY),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("detail", sa.String(200), nullable=False),
        sa.Column("network", sa.String(45), nullable=False),
        sa.Column("device", sa.String(200), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _owner("audit_entry", "user_id", "CASCADE"),
        _owner("audit_entry", "actor_id", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    for columns in (
        ["user_id"],
        ["actor_id"],
        ["user_id", "created_at", "id"],
        ["created_at", "id"],
    ):
        op.create_index(f"ix_audit_entry_{'_'.join(columns)}", "audit_entry", columns)


def _owner(table: str, column: str, when_deleted: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        ["user.id"],
        name=op.f(f"fk_{table}_{column}_user"),
        ondelete=when_deleted,
    )


def downgrade() -> None:
    for table in ("audit_entry", "known_device", "account_token"):
        op.drop_table(table)
    with op.batch_alter_table("login_session") as login_session:
        login_session.drop_column("network")
        login_session.drop_column("proved_at")
    op.drop_index("uq_account_confirmed_email", "account")
    op.execute("UPDATE account SET role = 'member' WHERE role = 'author'")
    with op.batch_alter_table("account") as account:
        account.drop_constraint(op.f("ck_account_known_role"), type_="check")
        account.create_check_constraint(op.f("ck_account_known_role"), OLD_ROLES)
        account.drop_column("time_zone")
        account.drop_column("confirmed_at")
