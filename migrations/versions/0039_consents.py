"""That people let applications act for them."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
OF = {"user": "user_id", "application": "application_id", "access_token": "token_id"}


def upgrade() -> None:
    op.create_table(
        "consent",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("application_id", KEY, nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("code_digest", sa.String(64), nullable=False),
        sa.Column("redirect_uri", sa.String(500), nullable=False),
        sa.Column("challenge", sa.String(128), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("token_id", KEY, nullable=True),
        sa.Column("family_digest", sa.String(64), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{table}.id"],
                name=op.f(f"fk_consent_{column}_{table}"),
                ondelete="CASCADE",
            )
            for table, column in OF.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        *(
            sa.UniqueConstraint(column, name=op.f(f"uq_consent_{column}"))
            for column in ("code_digest", "family_digest")
        ),
    )
    for column in ("user_id", "application_id", "expires_at"):
        op.create_index(f"ix_consent_{column}", "consent", [column])
    op.create_index("ix_consent_token_id", "consent", ["token_id"], unique=True)


def downgrade() -> None:
    op.drop_table("consent")
