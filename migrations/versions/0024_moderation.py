"""What people report, what moderators do about it, and who is suspended."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAITING = "settled_at IS NULL"
KINDS = "'post', 'person'"
REASONS = "'spam', 'harassment', 'harmful', 'illegal', 'rules', 'other'"
ACTS = (
    "'dismiss', 'hide', 'restore', 'warn', 'limit', 'unlimit', 'suspend', 'unsuspend'"
)


def upgrade() -> None:
    _create_matter()
    _create_report()
    _create_act()
    op.create_table(
        "suspension",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("until", MOMENT),
        sa.Column("was_away", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _points("suspension", "user_id", "user"),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_suspension")),
    )
    op.create_index("ix_suspension_until", "suspension", ["until"])


def _create_matter() -> None:
    op.create_table(
        "matter",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("about_id", KEY, nullable=False),
        sa.Column("post_id", KEY),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("settled_at", MOMENT),
        _rule("matter", "known_kind", f"kind IN ({KINDS})"),
        _rule("matter", "names_a_post", "(kind = 'post') = (post_id IS NOT NULL)"),
        _points("matter", "about_id", "user"),
        _points("matter", "post_id", "post"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter")),
    )
    _index("matter", "about_id")
    _index("matter", "post_id")
    _index_some("uq_matter_waiting_post", "post_id", WAITING, unique=True)
    person = f"{WAITING} AND kind = 'person'"
    _index_some("uq_matter_waiting_person", "about_id", person, unique=True)
    _index_some("ix_matter_waiting", "created_at, id", WAITING)


def _create_report() -> None:
    op.create_table(
        "report",
        sa.Column("id", KEY, nullable=False),
        sa.Column("matter_id", KEY, nullable=False),
        sa.Column("reporter_id", KEY),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _rule("report", "known_reason", f"reason IN ({REASONS})"),
        _points("report", "matter_id", "matter"),
        _points("report", "reporter_id", "user", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint(
            "matter_id", "reporter_id", name=op.f("uq_report_matter_id_reporter_id")
        ),
    )
    _index("report", "reporter_id")
    _index("report", "matter_id", "created_at", "id")


def _create_act() -> None:
    op.create_table(
        "moderation_act",
        sa.Column("id", KEY, nullable=False),
        sa.Column("moderator_id", KEY),
        sa.Column("about_id", KEY, nullable=False),
        sa.Column("matter_id", KEY),
        sa.Column("what", sa.String(10), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("until", MOMENT),
        sa.Column("created_at", MOMENT, nullable=False),
        _rule("moderation_act", "known_act", f"what IN ({ACTS})"),
        _points("moderation_act", "moderator_id", "user", "SET NULL"),
        _points("moderation_act", "about_id", "user"),
        _points("moderation_act", "matter_id", "matter", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderation_act")),
    )
    for column in ("moderator_id", "about_id", "matter_id"):
        _index("moderation_act", column)
    _index("moderation_act", "created_at", "id")
    _index("moderation_act", "about_id", "created_at", "id")


def _points(
    table: str, column: str, whole: str, ondelete: str = "CASCADE"
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{whole}")
    return sa.ForeignKeyConstraint(
        [column], [f"{whole}.id"], name=name, ondelete=ondelete
    )


def _rule(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _index_some(name: str, columns: str, where: str, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(
        name,
        "matter",
        columns.split(", "),
        unique=unique,
        postgresql_where=condition,
        sqlite_where=condition,
    )


def downgrade() -> None:
    for table in ("suspension", "moderation_act", "report", "matter"):
        op.drop_table(table)
