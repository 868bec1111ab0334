"""Who is apart, who and what is muted, whom a post names, and who is limited."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _pairs("block", "blocker_id", "blocked_id", "nobody_blocks_themselves")
    columns = ["blocked_id", "blocker_id"]
    op.create_index("ix_block_blocked_id_blocker_id", "block", columns)
    _pairs("mute", "muter_id", "muted_id", "nobody_mutes_themselves", _until())
    op.create_index("ix_mute_muted_id", "mute", ["muted_id"])
    op.create_table(
        "muted_word",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("word", sa.String(80), nullable=False),
        sa.Column("pattern", sa.String(160), nullable=False),
        _until(),
        sa.Column("created_at", MOMENT, nullable=False),
        _goes_with("muted_word", "user_id", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_muted_word")),
        sa.UniqueConstraint(
            "user_id", "pattern", name=op.f("uq_muted_word_user_id_pattern")
        ),
    )
    columns = ["user_id", "created_at", "id"]
    op.create_index("ix_muted_word_user_id_created_at_id", "muted_word", columns)
    op.create_index("ix_muted_word_user_id", "muted_word", ["user_id"])
    op.create_table(
        "mention",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        _goes_with("mention", "user_id", "user"),
        _goes_with("mention", "post_id", "post"),
        sa.PrimaryKeyConstraint("user_id", "post_id", name=op.f("pk_mention")),
    )
    op.create_index("ix_mention_post_id", "mention", ["post_id"])
    op.create_table(
        "limitation",
        sa.Column("user_id", KEY, nullable=False),
        _until(),
        sa.Column("created_at", MOMENT, nullable=False),
        _goes_with("limitation", "user_id", "user"),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_limitation")),
    )
    op.add_column("post", sa.Column("hidden_at", MOMENT, nullable=True))
    text = sa.Column("filter_text", sa.Text(), server_default="", nullable=False)
    op.add_column("post", text)


def _pairs(name: str, one: str, other: str, rule: str, *more: sa.Column) -> None:
    op.create_table(
        name,
        sa.Column(one, KEY, nullable=False),
        sa.Column(other, KEY, nullable=False),
        *more,
        sa.Column("created_at", MOMENT, nullable=False),
        _goes_with(name, one, "user"),
        _goes_with(name, other, "user"),
        sa.PrimaryKeyConstraint(one, other, name=op.f(f"pk_{name}")),
        sa.CheckConstraint(f"{one} <> {other}", name=op.f(f"ck_{name}_{rule}")),
    )
    columns = [one, "created_at", other]
    op.create_index(f"ix_{name}_{one}_created_at_{other}", name, columns)


def _until() -> sa.Column:
    return sa.Column("until", MOMENT, nullable=True)


def _goes_with(table: str, column: str, whole: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{whole}")
    return sa.ForeignKeyConstraint(
        [column], [f"{whole}.id"], name=name, ondelete="CASCADE"
    )


def downgrade() -> None:
    op.drop_column("post", "filter_text")
    op.drop_column("post", "hidden_at")
    for table in ("limitation", "mention", "muted_word", "mute", "block"):
        op.drop_table(table)
