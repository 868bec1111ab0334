"""Pictures that people show of themselves, and banners."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAMES = ("avatar_name", "banner_name")
PICTURES = ("picture_id", "original_id")


def upgrade() -> None:
    for name in NAMES:
        column = sa.Column(name, sa.String(26), server_default="", nullable=False)
        op.add_column("user", column)
    is_part = sa.Column(
        "is_part", sa.Boolean(), server_default=sa.false(), nullable=False
    )
    op.add_column("picture", is_part)
    op.create_table(
        "face",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        *(sa.Column(name, KEY, nullable=False) for name in PICTURES),
        sa.Column("zoom", sa.Double(), nullable=False),
        sa.Column("across", sa.Double(), nullable=False),
        sa.Column("down", sa.Double(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "kind IN ('avatar', 'banner')", name=op.f("ck_face_known_kind")
        ),
        _goes_with("user_id", "user"),
        *(_goes_with(name, "picture") for name in PICTURES),
        sa.PrimaryKeyConstraint("user_id", "kind", name=op.f("pk_face")),
    )
    for name in PICTURES:
        op.create_index(f"ix_face_{name}", "face", [name])


def _goes_with(column: str, whole: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_face_{column}_{whole}")
    return sa.ForeignKeyConstraint(
        [column], [f"{whole}.id"], name=name, ondelete="CASCADE"
    )


def downgrade() -> None:
    op.drop_table("face")
    op.drop_column("picture", "is_part")
    for name in NAMES:
        op.drop_column("user", name)
