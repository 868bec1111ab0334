"""What is searched: an entry for each post and person, and an index of their words.

The entries are made by the site itself, since they are made of what it renders: some at
its next start, the rest every night, all of them by ``flask search rebuild``.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(TSVECTOR(), "postgresql")
KINDS = (("post", "post"), ("person", "user"))
FIELDS = "title, tags, opening, words"
# No table of SQLite keeps a text twice: what is indexed is read from the entry, which
# has to be told of before it changes.
FULL_TEXT = """
    CREATE VIRTUAL TABLE {kind}_full_text USING fts5(
        {fields}, content='{kind}_entry', content_rowid='place', columnsize=0,
        tokenize="ascii tokenchars '_-'", prefix='3 4 5'
    )
"""
FORGET = """
    INSERT INTO {kind}_full_text ({kind}_full_text, rowid, {fields})
    VALUES ('delete', old.place, old.title, old.tags, old.opening, old.words);
"""
LEARN = """
    INSERT INTO {kind}_full_text (rowid, {fields})
    VALUES (new.place, new.title, new.tags, new.opening, new.words);
"""
TRIGGERS = {
    "INSERT": LEARN,
    "DELETE": FORGET,
    "UPDATE": FORGET + LEARN,
}


def upgrade() -> None:
    for kind, whole in KINDS:
        _make_entries(kind, whole)
        if op.get_bind().dialect.name == "sqlite":
            _make_full_text(kind)
        else:
            name = f"ix_{kind}_entry_words"
            op.create_index(name, f"{kind}_entry", ["words"], postgresql_using="gin")


def downgrade() -> None:
    for kind, _whole in KINDS:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"DROP TABLE {kind}_full_text")
        op.drop_table(f"{kind}_entry")


def _make_entries(kind: str, whole: str) -> None:
    name, key = f"{kind}_entry", f"{whole}_id"
    texts = (
        sa.Column(field, sa.Text(), nullable=False) for field in FIELDS.split(", ")[:3]
    )
    op.create_table(
        name,
        sa.Column("place", KEY, nullable=False, autoincrement=False),
        *texts,
        sa.Column("words", WORDS, nullable=False),
        sa.Column(key, KEY, nullable=False),
        sa.ForeignKeyConstraint(
            [key], [f"{whole}.id"], name=f"fk_{name}_{key}_{whole}", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("place", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_{key}", name, [key], unique=True)


def _make_full_text(kind: str) -> None:
    op.execute(FULL_TEXT.format(kind=kind, fields=FIELDS))
    for event, act in TRIGGERS.items():
        body = act.format(kind=kind, fields=FIELDS)
        op.execute(
            f"CREATE TRIGGER {kind}_entry_{event.lower()} AFTER {event}"
            f" ON {kind}_entry BEGIN {body} END"
        )
