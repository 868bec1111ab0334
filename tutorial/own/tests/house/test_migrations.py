"""The migrations make what the models say, and can go back."""

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from app.extensions import db
from app.models.search_index import is_ours  #: 18

ANN = (
    'INSERT INTO "user" (id, handle, name, created_at)'
    " VALUES (7, 'ann', 'Ann', CURRENT_TIMESTAMP)"
)
WORDS = (
    "INSERT INTO post (id, title, body, created_at)"
    " VALUES (3, 'Tides', 'High water.', CURRENT_TIMESTAMP)"
)
SHELF = (
    "SELECT handle, slug, title, body FROM post"
    ' JOIN "user" ON "user".id = post.author_id'
)


def differences():
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})  #: 9-17
#: 18
        opts = {"compare_type": True, "include_object": is_ours}
        context = MigrationContext.configure(connection, opts=opts)
#:
        return compare_metadata(context, db.metadata)


def test_migrations_make_what_the_models_say(app):
    assert differences() == []


def test_they_go_back_and_forth(app):
    downgrade(revision="base")
    upgrade()

    assert differences() == []


@pytest.mark.parametrize(
    ("said", "handle"), [((ANN, WORDS), "ann"), ((WORDS,), "nobody")]
)
def test_what_was_written_before_there_were_authors_has_one(app, said, handle):
    downgrade(revision="0001")
    execute(*said)
    upgrade(revision="0002")

    assert execute(SHELF) == [(handle, "post-3", "Tides", "High water.")]


def test_on_the_way_back_no_word_is_lost(app):
    downgrade(revision="0001")
    execute(ANN, WORDS)
    upgrade(revision="0002")
    downgrade(revision="0001")

    assert execute("SELECT title, body FROM post") == [("Tides", "High water.")]


#: 12
def test_what_was_written_before_there_were_drafts_is_out(app):
    downgrade(revision="0001")
    execute(ANN, WORDS)
    upgrade(revision="0004")

    assert execute("SELECT published_at = created_at, renderer FROM post") == [(1, 0)]


#:
def test_one_that_fails_leaves_no_trace(app, monkeypatch):
    downgrade(revision="0001")
    execute(ANN, WORDS)
    with monkeypatch.context() as broken:
        broken.setattr(sqlalchemy, "literal", lambda _words: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            upgrade()
    upgrade(revision="0002")

    assert execute(SHELF) == [("ann", "post-3", "Tides", "High water.")]


def execute(*said):
    """Send statements to the database, and return what the last one found."""
    with db.engine.begin() as connection:
        for statement in said:
            found = connection.execute(text(statement))
        return found.all() if found.returns_rows else []
