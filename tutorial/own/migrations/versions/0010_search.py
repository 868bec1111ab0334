"""What is searched: an entry for each post, and an index of their words.

The entries are made of what the site renders: ``flask search rebuild`` makes those of
the posts that are there already.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# The text stays in the entry. The index has to be told of it before it changes.
FULL_TEXT = """
    CREATE VIRTUAL TABLE post_full_text USING fts5(
        title, words, content='post_entry', content_rowid='post_id', tokenize='ascii'
    )
"""
#: 23
# On PostgreSQL: what app/models/search_postgresql.py asks for, letter by letter.
ALL = "to_tsvector('simple'::regconfig, title || ' ' || words)"
#:
FORGET = """
    INSERT INTO post_full_text (post_full_text, rowid, title, words)
    VALUES ('delete', old.post_id, old.title, old.words);
"""
LEARN = """
    INSERT INTO post_full_text (rowid, title, words)
    VALUES (new.post_id, new.title, new.words);
"""
TRIGGERS = {"INSERT": LEARN, "DELETE": FORGET, "UPDATE": FORGET + LEARN}


def upgrade() -> None:
    op.create_table(
        "post_entry",
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["post.id"],
            name=op.f("fk_post_entry_post_id_post"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk_post_entry")),
    )
#: 23
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"CREATE INDEX ix_post_entry_words ON post_entry USING gin ({ALL})")
        return
#:
    op.execute(FULL_TEXT)
    for event, act in TRIGGERS.items():
        op.execute(
            f"CREATE TRIGGER post_entry_{event.lower()} AFTER {event}"
            f" ON post_entry BEGIN {act} END"
        )


def downgrade() -> None:
    op.execute("DROP TABLE post_full_text")  #: 18-22
    op.execute("DROP TABLE IF EXISTS post_full_text")  #: 23
    op.drop_table("post_entry")
