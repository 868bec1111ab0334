"""Comments below posts, who likes them, and when somebody last saw them."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PATH = sa.String(96).with_variant(sa.String(96, collation="C"), "postgresql")
ROOTS = sa.text("parent_id IS NULL")


def upgrade() -> None:
    _open_posts()
    op.create_table(
        "comment",
        sa.Column("id", KEY, nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=True),
        sa.Column("parent_id", KEY, nullable=True),
        sa.Column("root_id", KEY, nullable=True),
        sa.Column("place", sa.Integer(), server_default="0", nullable=False),
        sa.Column("path", PATH, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("body_html", sa.Text(), nullable=False),
        sa.Column("filter_text", sa.Text(), server_default="", nullable=False),
        sa.Column("renderer", sa.Integer(), server_default="0", nullable=False),
        sa.Column("form_key", sa.String(36), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reply_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("like_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("edited_at", MOMENT, nullable=True),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("hidden_at", MOMENT, nullable=True),
        sa.Column("hidden_why", sa.String(300), server_default="", nullable=False),
        sa.Column("hidden_by_id", KEY, nullable=True),
        _key("comment", "post_id", "post"),
        _key("comment", "author_id", "user", "SET NULL"),
        _key("comment", "hidden_by_id", "user", "SET NULL"),
        # Checked when all is done: a post takes its whole thread along.
        _key("comment", "parent_id", "comment", "NO ACTION"),
        _key("comment", "root_id", "comment", "NO ACTION"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.UniqueConstraint(
            "author_id", "form_key", name=op.f("uq_comment_author_id_form_key")
        ),
    )
    _index_comments()
    op.create_table(
        "comment_like",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("comment_id", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _key("comment_like", "user_id", "user"),
        _key("comment_like", "comment_id", "comment"),
        sa.PrimaryKeyConstraint("user_id", "comment_id", name=op.f("pk_comment_like")),
    )
    op.create_index("ix_comment_like_comment_id", "comment_like", ["comment_id"])
    op.create_table(
        "visit",
        sa.Column("user_id", KEY, nullable=False),
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        _key("visit", "user_id", "user"),
        _key("visit", "post_id", "post"),
        sa.PrimaryKeyConstraint("user_id", "post_id", name=op.f("pk_visit")),
    )
    op.create_index("ix_visit_post_id", "visit", ["post_id"])


def _open_posts() -> None:
    """Posts say who may comment, and how many have."""
    # In one statement, which SQLite can do without copying the table.
    op.execute(
        "ALTER TABLE post ADD COLUMN replies VARCHAR(10) DEFAULT 'anyone' NOT NULL"
        " CONSTRAINT ck_post_known_replies"
        " CHECK (replies IN ('anyone', 'followers', 'mentioned', 'nobody'))"
    )
    count = sa.Column("comment_count", sa.Integer(), server_default="0", nullable=False)
    op.add_column("post", count)
    op.add_column("post", sa.Column("close_after_days", sa.Integer(), nullable=True))
    op.add_column("post", sa.Column("locked_at", MOMENT, nullable=True))


def _index_comments() -> None:
    for column in ("author_id", "parent_id", "hidden_by_id"):
        op.create_index(f"ix_comment_{column}", "comment", [column])
    op.create_index("ix_comment_said", "comment", ["post_id", "created_at"])
    op.create_index("ix_comment_place", "comment", ["root_id", "place"], unique=True)
    op.create_index("ix_comment_path", "comment", ["root_id", "path"])
    for name, columns in (
        ("ix_comment_roots", ["post_id", "id"]),
        ("ix_comment_liked_roots", ["post_id", "like_count", "id"]),
    ):
        op.create_index(
            name, "comment", columns, postgresql_where=ROOTS, sqlite_where=ROOTS
        )


def _key(
    table: str, column: str, whole: str, then: str = "CASCADE"
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{whole}")
    return sa.ForeignKeyConstraint([column], [f"{whole}.id"], name=name, ondelete=then)


def downgrade() -> None:
    for table in ("visit", "comment_like", "comment"):
        op.drop_table(table)
    for column in ("locked_at", "close_after_days", "comment_count", "replies"):
        op.drop_column("post", column)
