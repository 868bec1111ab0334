"""Each post gets an author and an address; those that are there get them here."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# What this migration knows of the tables: models move on, migrations stay.
USER = sa.table("user", *map(sa.column, ("id", "handle", "name", "created_at")))
POST = sa.table("post", *map(sa.column, ("id", "author_id", "slug")))


def upgrade() -> None:
    op.add_column("post", sa.Column("author_id", KEY, nullable=True))
    op.add_column("post", sa.Column("slug", sa.String(100), nullable=True))
    adopt_posts(op.get_bind())
    with op.batch_alter_table("post") as post:
        post.alter_column("author_id", existing_type=KEY, nullable=False)
        post.alter_column("slug", existing_type=sa.String(100), nullable=False)
        post.create_foreign_key(
            op.f("fk_post_author_id_user"),
            "user",
            ["author_id"],
            ["id"],
            ondelete="CASCADE",
        )
        post.create_unique_constraint(
            op.f("uq_post_author_id_slug"), ["author_id", "slug"]
        )
        post.create_index(op.f("ix_post_author_id"), ["author_id"])


def adopt_posts(connection: sa.Connection) -> None:
    """Give posts that have no author to whoever joined first."""
    if connection.scalar(sa.select(POST.c.id).limit(1)) is None:
        return
    first = sa.select(sa.func.min(USER.c.id)).scalar_subquery()
    if connection.scalar(sa.select(first)) is None:
        # A handle that is kept for the site: nobody can take it, or sign in as it.
        nobody = {"handle": "nobody", "name": "Nobody", "created_at": sa.func.now()}
        connection.execute(sa.insert(USER).values(**nobody))
    address = sa.literal("post-").concat(sa.cast(POST.c.id, sa.String))
    connection.execute(sa.update(POST).values(author_id=first, slug=address))


def downgrade() -> None:
    with op.batch_alter_table("post") as post:
        post.drop_index(op.f("ix_post_author_id"))
        post.drop_constraint(op.f("uq_post_author_id_slug"), type_="unique")
        post.drop_constraint(op.f("fk_post_author_id_user"), type_="foreignkey")
        post.drop_column("slug")
        post.drop_column("author_id")
