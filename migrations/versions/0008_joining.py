"""Who may join and who writes; invitations, and people who wait to be let in."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CHOICES = {
    "joining": "'open', 'invitation', 'request', 'closed'",
    "writing": "'everybody', 'authors'",
}


def upgrade() -> None:
    _add_choices()
    op.add_column("user", sa.Column("withheld_at", MOMENT))
    with op.batch_alter_table("account") as account:
        account.add_column(sa.Column("approved_at", MOMENT))
        account.add_column(sa.Column("invited_by_id", KEY))
        account.create_foreign_key(
            op.f("fk_account_invited_by_id_user"),
            "user",
            ["invited_by_id"],
            ["id"],
            ondelete="SET NULL",
        )
    # Whoever is here has been let in.
    op.execute("UPDATE account SET approved_at = created_at")
    for columns in (
        ["invited_by_id"],
        ["created_at", "user_id"],
        ["role", "created_at", "user_id"],
    ):
        op.create_index(f"ix_account_{'_'.join(columns)}", "account", columns)
    _create_invitation()
    _create_join_request()


def _add_choices() -> None:
    with op.batch_alter_table("site") as site:
        for name, default in (("joining", "open"), ("writing", "everybody")):
            site.add_column(
                sa.Column(name, sa.String(20), server_default=default, nullable=False)
            )
            site.create_check_constraint(
                op.f(f"ck_site_known_{name}"), f"{name} IN ({CHOICES[name]})"
            )
        site.add_column(
            sa.Column(
                "members_invite", sa.Boolean(), server_default=sa.true(), nullable=False
            )
        )


def _create_invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", KEY, nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("inviter_id", KEY, nullable=False),
        sa.Column("note", sa.String(120), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("places_left", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT),
        sa.CheckConstraint(
            "places_left BETWEEN 0 AND places",
            name=op.f("ck_invitation_known_places"),
        ),
        _person("invitation", "inviter_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("code", name=op.f("uq_invitation_code")),
    )
    for columns in (["inviter_id"], ["expires_at"], ["inviter_id", "created_at", "id"]):
        op.create_index(f"ix_invitation_{'_'.join(columns)}", "invitation", columns)


def _create_join_request() -> None:
    op.create_table(
        "join_request",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _person("join_request", "user_id"),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_join_request")),
    )
    op.create_index(
        "ix_join_request_created_at_user_id", "join_request", ["created_at", "user_id"]
    )


def _person(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        ["user.id"],
        name=op.f(f"fk_{table}_{column}_user"),
        ondelete="CASCADE",
    )


def downgrade() -> None:
    # Who was never let in would come in by this.
    op.execute(
        'DELETE FROM "user" WHERE id IN'
        " (SELECT user_id FROM account WHERE approved_at IS NULL)"
    )
    op.drop_table("join_request")
    op.drop_table("invitation")
    for columns in ("role_created_at_user_id", "created_at_user_id", "invited_by_id"):
        op.drop_index(f"ix_account_{columns}", "account")
    with op.batch_alter_table("account") as account:
        account.drop_constraint(op.f("fk_account_invited_by_id_user"), "foreignkey")
        account.drop_column("invited_by_id")
        account.drop_column("approved_at")
    op.drop_column("user", "withheld_at")
    with op.batch_alter_table("site") as site:
        for name in ("joining", "writing"):
            site.drop_constraint(op.f(f"ck_site_known_{name}"), type_="check")
        for name in ("members_invite", "writing", "joining"):
            site.drop_column(name)
