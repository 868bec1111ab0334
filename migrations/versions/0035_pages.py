"""Pages of the site itself, the texts they had, and the pictures they show."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _gone_with(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=name, ondelete="CASCADE"
    )


def _author_of(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["author_id"],
        ["user.id"],
        name=op.f(f"fk_{table}_author_id_user"),
        ondelete="SET NULL",
    )


def upgrade() -> None:
    _create_page()
    _create_texts()
    op.create_table(
        "page_copy",
        sa.Column("page_id", KEY, nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("over", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.String(36), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        _gone_with("page_copy", "page_id", "page"),
        sa.PrimaryKeyConstraint("page_id", name=op.f("pk_page_copy")),
    )
    op.create_table(
        "former_page_slug",
        sa.Column("slug", sa.String(100), nullable=False),
        sa.Column("page_id", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _gone_with("former_page_slug", "page_id", "page"),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_former_page_slug")),
    )
    op.create_index("ix_former_page_slug_page_id", "former_page_slug", ["page_id"])
    op.create_table(
        "page_picture",
        sa.Column("picture_id", KEY, nullable=False),
        sa.Column("page_id", KEY, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _gone_with("page_picture", "picture_id", "picture"),
        _gone_with("page_picture", "page_id", "page"),
        sa.PrimaryKeyConstraint("picture_id", "page_id", name=op.f("pk_page_picture")),
    )
    op.create_index("ix_page_picture_page_id", "page_picture", ["page_id"])


def _create_page() -> None:
    op.create_table(
        "page",
        sa.Column("id", KEY, nullable=False),
        sa.Column("slug", sa.String(100), nullable=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("summary", sa.String(300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("language", sa.String(12), nullable=False),
        sa.Column("body_html", sa.Text(), nullable=False),
        sa.Column("excerpt", sa.String(400), nullable=False),
        sa.Column("renderer", sa.Integer(), server_default="0", nullable=False),
        sa.Column("is_linked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("place", sa.Integer(), server_default="0", nullable=False),
        sa.Column("author_id", KEY, nullable=True),
        sa.Column("form_key", sa.String(36), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("deleted_at", MOMENT, nullable=True),
        _author_of("page"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page")),
        sa.UniqueConstraint("slug", name=op.f("uq_page_slug")),
        sa.UniqueConstraint("form_key", name=op.f("uq_page_form_key")),
    )
    op.create_index("ix_page_author_id", "page", ["author_id"])
    binned = sa.text("deleted_at IS NOT NULL")
    op.create_index(
        "ix_page_deleted_at",
        "page",
        ["deleted_at"],
        postgresql_where=binned,
        sqlite_where=binned,
    )


def _create_texts() -> None:
    op.create_table(
        "page_text",
        sa.Column("id", KEY, nullable=False),
        sa.Column("page_id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("summary", sa.String(300), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("words_added", sa.Integer(), server_default="0", nullable=False),
        sa.Column("words_removed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("restored_from", sa.Integer(), nullable=True),
        sa.Column("author_id", KEY, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("published_at", MOMENT, nullable=True),
        _gone_with("page_text", "page_id", "page"),
        _author_of("page_text"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_text")),
    )
    op.create_index("ix_page_text_author_id", "page_text", ["author_id"])
    op.create_index(
        "ix_page_text_page_id_number", "page_text", ["page_id", "number"], unique=True
    )


def downgrade() -> None:
    op.drop_table("page_picture")
    op.drop_table("former_page_slug")
    op.drop_table("page_copy")
    op.drop_table("page_text")
    op.drop_table("page")
