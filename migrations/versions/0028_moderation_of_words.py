"""Reports of comments and of messages, beside those of posts and people."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAITING = sa.text("settled_at IS NULL")
PARTS = ("comment", "message")
EARLIER, LATER = "'post', 'person'", "'post', 'comment', 'person', 'message'"


def upgrade() -> None:
    with op.batch_alter_table("matter") as matter:
        for part in PARTS:
            matter.add_column(sa.Column(f"{part}_id", KEY))
            matter.create_foreign_key(
                op.f(f"fk_matter_{part}_id_{part}"),
                part,
                [f"{part}_id"],
                ["id"],
                ondelete="CASCADE",
            )
            matter.create_check_constraint(
                op.f(f"ck_matter_names_a_{part}"),
                f"(kind = '{part}') = ({part}_id IS NOT NULL)",
            )
        _know(matter, LATER)
    for part in PARTS:
        op.create_index(f"ix_matter_{part}_id", "matter", [f"{part}_id"])
        op.create_index(
            f"uq_matter_waiting_{part}",
            "matter",
            [f"{part}_id"],
            unique=True,
            postgresql_where=WAITING,
            sqlite_where=WAITING,
        )


def _know(matter: object, kinds: str) -> None:
    matter.drop_constraint(op.f("ck_matter_known_kind"), type_="check")
    matter.create_check_constraint(op.f("ck_matter_known_kind"), f"kind IN ({kinds})")


def downgrade() -> None:
    op.execute("DELETE FROM matter WHERE kind IN ('comment', 'message')")
    for part in PARTS:
        op.drop_index(f"uq_matter_waiting_{part}", "matter")
        op.drop_index(f"ix_matter_{part}_id", "matter")
    with op.batch_alter_table("matter") as matter:
        _know(matter, EARLIER)
        for part in PARTS:
            matter.drop_constraint(op.f(f"ck_matter_names_a_{part}"), type_="check")
            matter.drop_constraint(op.f(f"fk_matter_{part}_id_{part}"), "foreignkey")
            matter.drop_column(f"{part}_id")
