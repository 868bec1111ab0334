"""Former names of tags, and what moderators did about tags."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAME = sa.String(60).with_variant(sa.String(60, collation="C"), "postgresql")
EARLIER = (
    *("dismiss", "hide", "restore", "warn"),
    *("limit", "unlimit", "suspend", "unsuspend"),
)
OF_TAGS = ("rename", "merge")
ABOUT = "ck_moderation_act_about_a_person_or_a_tag"
POST = sa.table("post", *map(sa.column, ("id", "author_id", "slug")))


def upgrade() -> None:
    op.create_table(
        "former_tag",
        sa.Column("name", NAME, nullable=False),
        sa.Column("label", sa.String(60), nullable=False),
        sa.Column("tag_id", KEY, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tag_id"],
            ["tag.id"],
            name=op.f("fk_former_tag_tag_id_tag"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_former_tag")),
    )
    op.create_index("ix_former_tag_tag_id", "former_tag", ["tag_id"])
    with op.batch_alter_table("moderation_act") as act:
        _know(act, (*EARLIER, *OF_TAGS))
        act.alter_column("about_id", existing_type=KEY, nullable=True)
        act.create_check_constraint(
            op.f(ABOUT), f"(about_id IS NULL) = (what IN {OF_TAGS})"
        )
    _make_room()


def _know(act: object, acts: tuple[str, ...]) -> None:
    name = op.f("ck_moderation_act_known_act")
    act.drop_constraint(name, type_="check")
    act.create_check_constraint(name, f"what IN {acts}")


def _make_room() -> None:
    """Where a post was called so, the archive of its author stands from now on."""
    other = POST.alias()
    taken = sa.select(sa.literal(1)).where(
        other.c.author_id == POST.c.author_id,
        other.c.slug == "archive-1",
    )
    called = POST.update().where(POST.c.slug == "archive")
    first = sa.case(
        (taken.exists(), "archive-" + sa.cast(POST.c.id, sa.String)),
        else_="archive-1",
    )
    op.execute(called.values(slug=first))


def downgrade() -> None:
    op.execute("DELETE FROM moderation_act WHERE what IN ('rename', 'merge')")
    with op.batch_alter_table("moderation_act") as act:
        act.drop_constraint(op.f(ABOUT), type_="check")
        act.alter_column("about_id", existing_type=KEY, nullable=False)
        _know(act, EARLIER)
    op.drop_table("former_tag")
