"""Conversations, who takes part in them, and what they say."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MARKS = ("since_id", "newest_id", "heard_id", "read_id")
NEWS = sa.text("heard_id > read_id AND left_at IS NULL")


def upgrade() -> None:
    # In one statement, which SQLite can do without copying the table.
    op.execute(
        'ALTER TABLE "user" ADD COLUMN takes_messages_from VARCHAR(10)'
        " DEFAULT 'followed' NOT NULL"
        " CONSTRAINT ck_user_known_senders"
        " CHECK (takes_messages_from IN ('everyone', 'followed', 'nobody'))"
    )
    op.create_table(
        "conversation",
        sa.Column("id", KEY, nullable=False),
        sa.Column("first_id", KEY),
        sa.Column("second_id", KEY),
        sa.Column("is_pair", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "first_id < second_id", name=op.f("ck_conversation_two_in_order")
        ),
        _belongs("conversation", "first_id", "user", "SET NULL"),
        _belongs("conversation", "second_id", "user", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
        sa.UniqueConstraint(
            "first_id", "second_id", name=op.f("uq_conversation_first_id_second_id")
        ),
    )
    for name in ("first_id", "second_id"):
        op.create_index(f"ix_conversation_{name}", "conversation", [name])
    _seat()
    _say()


def _seat() -> None:
    op.create_table(
        "participant",
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.Column("left_at", MOMENT),
        sa.Column("moved_at", MOMENT, nullable=False),
        *(sa.Column(name, KEY, server_default="0", nullable=False) for name in MARKS),
        sa.Column("read_at", MOMENT),
        sa.Column("wrote_at", MOMENT),
        sa.Column("is_muted", sa.Boolean(), server_default=sa.false(), nullable=False),
        _belongs("participant", "conversation_id", "conversation", "CASCADE"),
        _belongs("participant", "user_id", "user", "CASCADE"),
        sa.PrimaryKeyConstraint(
            "conversation_id", "user_id", name=op.f("pk_participant")
        ),
    )
    op.create_index(
        "ix_participant_user_id_moved_at_conversation_id",
        "participant",
        ["user_id", "moved_at", "conversation_id"],
    )
    op.create_index(
        "ix_participant_unread",
        "participant",
        ["user_id"],
        postgresql_where=NEWS,
        sqlite_where=NEWS,
    )


def _say() -> None:
    op.create_table(
        "message",
        sa.Column("id", KEY, nullable=False),
        sa.Column("conversation_id", KEY, nullable=False),
        sa.Column("author_id", KEY),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("body_html", sa.Text(), nullable=False),
        sa.Column("form_key", sa.String(36)),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("deleted_at", MOMENT),
        _belongs("message", "conversation_id", "conversation", "CASCADE"),
        _belongs("message", "author_id", "user", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint(
            "author_id", "form_key", name=op.f("uq_message_author_id_form_key")
        ),
    )
    op.create_index(
        "ix_message_conversation_id_created_at_id",
        "message",
        ["conversation_id", "created_at", "id"],
    )
    for name in ("author_id", "deleted_at"):
        op.create_index(f"ix_message_{name}", "message", [name])


def _belongs(table: str, column: str, whole: str, then: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{whole}")
    return sa.ForeignKeyConstraint([column], [f"{whole}.id"], name=name, ondelete=then)


def downgrade() -> None:
    for table in ("message", "participant", "conversation"):
        op.drop_table(table)
    op.drop_column("user", "takes_messages_from")
