"""Tokens that programs act with, and the programs that asked for them."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "application",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("website", sa.String(500), nullable=False),
        sa.Column("client_id", sa.String(64), nullable=False),
        sa.Column("secret_digest", sa.String(64), nullable=False),
        sa.Column("redirect_uris", sa.JSON(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user.id"],
            name=op.f("fk_application_user_id_user"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("client_id", name=op.f("uq_application_client_id")),
    )
    op.create_index("ix_application_user_id", "application", ["user_id"])
    _make_tokens()
    # What a client of the API shows as somebody's picture.
    op.add_column(
        "user", sa.Column("image_url", sa.Text(), nullable=False, server_default="")
    )


def _make_tokens() -> None:
    op.create_table(
        "access_token",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("token_digest", sa.String(64), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("application_id", KEY, nullable=True),
        sa.Column("refresh_digest", sa.String(64), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "kind IN ('personal', 'sign-in', 'granted')",
            name=op.f("ck_access_token_known_kind"),
        ),
        *(
            sa.ForeignKeyConstraint(
                [f"{table}_id"],
                [f"{table}.id"],
                name=op.f(f"fk_access_token_{table}_id_{table}"),
                ondelete="CASCADE",
            )
            for table in ("user", "application")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_token")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_access_token_token_digest")),
        sa.UniqueConstraint(
            "refresh_digest", name=op.f("uq_access_token_refresh_digest")
        ),
    )
    for column in ("user_id", "application_id", "expires_at"):
        op.create_index(f"ix_access_token_{column}", "access_token", [column])


def downgrade() -> None:
    op.drop_column("user", "image_url")
    op.drop_table("access_token")
    op.drop_table("application")
