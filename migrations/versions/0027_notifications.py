"""What people are told of, and what of it they want to hear."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNREAD, LISTED = "read_at IS NULL", "shelf <> 'filtered'"


def upgrade() -> None:
    _create_notifications()
    _create_actors()
    _create_settings()
    _mute_quiet_letters()


def _create_notifications() -> None:
    op.create_table(
        "notification",
        sa.Column("id", KEY, nullable=False),
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("group_key", sa.String(64), nullable=False),
        sa.Column("shelf", sa.String(10), server_default="", nullable=False),
        sa.Column("post_id", KEY, nullable=True),
        sa.Column("comment_id", KEY, nullable=True),
        sa.Column("act_id", KEY, nullable=True),
        sa.Column("actor_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("newest_at", MOMENT, nullable=False),
        sa.Column("read_at", MOMENT, nullable=True),
        sa.Column("letter_at", MOMENT, nullable=True),
        _goes_with("notification", "user_id", "user"),
        _goes_with("notification", "post_id", "post"),
        _goes_with("notification", "comment_id", "comment"),
        _goes_with("notification", "act_id", "moderation_act"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
    )
    for column in ("user_id", "post_id", "comment_id", "act_id", "newest_at"):
        op.create_index(f"ix_notification_{column}", "notification", [column])
    place = ["user_id", "newest_at", "id"]
    _index_some("ix_notification_listed", place, LISTED)
    _index_some("ix_notification_unread", place, f"{UNREAD} AND {LISTED}")
    _index_some(
        "uq_notification_unread_group", ["user_id", "group_key"], UNREAD, unique=True
    )
    shelf = ["user_id", "shelf", "newest_at", "id"]
    op.create_index("ix_notification_shelf", "notification", shelf)


def _create_actors() -> None:
    table = "notification_actor"
    op.create_table(
        table,
        sa.Column("notification_id", KEY, nullable=False),
        sa.Column("actor_id", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _goes_with(table, "notification_id", "notification"),
        _goes_with(table, "actor_id", "user"),
        sa.PrimaryKeyConstraint(
            "notification_id", "actor_id", name=op.f(f"pk_{table}")
        ),
    )
    for columns in (
        ["notification_id", "created_at", "actor_id"],
        ["actor_id", "notification_id"],
    ):
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)


def _create_settings() -> None:
    table = "notification_settings"
    no = sa.false()
    op.create_table(
        table,
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("muted", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("only_followed", sa.Boolean(), server_default=no, nullable=False),
        sa.Column("only_followers", sa.Boolean(), server_default=no, nullable=False),
        sa.Column("only_settled", sa.Boolean(), server_default=no, nullable=False),
        sa.Column("digest", sa.String(6), server_default="never", nullable=False),
        sa.Column("digest_hour", sa.Integer(), server_default="8", nullable=False),
        sa.Column("digest_day", sa.Integer(), server_default="0", nullable=False),
        sa.Column("digest_at", MOMENT, nullable=True),
        sa.Column("digested_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "digest IN ('never', 'daily', 'weekly')",
            name=op.f(f"ck_{table}_known_pace"),
        ),
        sa.CheckConstraint(
            "digest_hour BETWEEN 0 AND 23", name=op.f(f"ck_{table}_hour_of_a_day")
        ),
        sa.CheckConstraint(
            "digest_day BETWEEN 0 AND 6", name=op.f(f"ck_{table}_day_of_a_week")
        ),
        _goes_with(table, "user_id", "user"),
        sa.PrimaryKeyConstraint("user_id", name=op.f(f"pk_{table}")),
    )
    planned = "digest_at IS NOT NULL"
    _index_some(f"ix_{table}_digest_at", ["digest_at"], planned, table=table)


def _mute_quiet_letters() -> None:
    """Whoever is here already gets no letters either that one has to wish for."""
    account = sa.table(
        "account", sa.column("user_id"), sa.column("muted_mail", sa.JSON)
    )
    quiet = {"follow", "follow_accepted", "like", "repost"}
    connection = op.get_bind()
    for user_id, muted in connection.execute(sa.select(account)).all():
        mine = account.update().where(account.c.user_id == user_id)
        connection.execute(mine.values(muted_mail=sorted({*muted, *quiet})))


def _index_some(
    name: str,
    columns: list[str],
    condition: str,
    *,
    unique: bool = False,
    table: str = "notification",
) -> None:
    where = sa.text(condition)
    op.create_index(
        name,
        table,
        columns,
        unique=unique,
        postgresql_where=where,
        sqlite_where=where,
    )


def _goes_with(table: str, column: str, whole: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{whole}")
    return sa.ForeignKeyConstraint(
        [column], [f"{whole}.id"], name=name, ondelete="CASCADE"
    )


def downgrade() -> None:
    for table in ("notification_settings", "notification_actor", "notification"):
        op.drop_table(table)
