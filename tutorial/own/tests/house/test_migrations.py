"""The migrations make what the models say, and can go back."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade

from app.extensions import db


def differences():
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, db.metadata)


def test_migrations_make_what_the_models_say(app):
    assert differences() == []


def test_they_go_back_and_forth(app):
    downgrade(revision="base")
    upgrade()

    assert differences() == []
