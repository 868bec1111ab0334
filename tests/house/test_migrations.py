"""Migrations: numbered, equal to the models, and able to go both ways."""

import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, select, text

from app import create_app
from app.extensions import db
from app.models import Account, Site
from app.models.search_index import is_ours
from config import Config
from tests.fixtures.application import KEY
from tests.support.databases import scratch_database
from tests.support.source import ROOT

VERSIONS = sorted((ROOT / "migrations/versions").glob("*.py"))
BEFORE_THE_DOOR = (
    "INSERT INTO site (id, name, tagline, created_at)"
    " VALUES (1, 'S', '', CURRENT_TIMESTAMP)",
    'INSERT INTO "user" (id, handle, name, bio, bio_html, location, links, created_at)'
    " VALUES (1, 'ann', 'Ann', '', '', '', '[]', CURRENT_TIMESTAMP)",
    "INSERT INTO account (user_id, email, password_hash, role, language, created_at)"
    " VALUES (1, 'ann@example.org', '', 'admin', '', CURRENT_TIMESTAMP)",
)
DOOR = next(path for path in VERSIONS if path.stem.endswith("_joining"))
NO_DOOR = f"{int(DOOR.stem[:4]) - 1:04}"


@pytest.fixture
def empty_app(tmp_path, settings, worker_id):
    """An application on a database that nobody has migrated yet."""
    with scratch_database(settings.DATABASE_URL, f"{worker_id}_empty") as url:
        config = Config(SECRET_KEY=KEY, INSTANCE_PATH=str(tmp_path), DATABASE_URL=url)
        app = create_app(config)
        with app.app_context():
            yield app
            db.session.remove()
            db.engine.dispose()


def tables():
    """All but what SQLite makes for itself behind a full text table."""
    names = set(inspect(db.engine).get_table_names()) - {"alembic_version"}
    return {name for name in names if is_ours(None, name, "table", True, None)}


def test_they_make_what_the_models_say(empty_app):
    upgrade()
    with db.engine.connect() as connection:
        opts = {"compare_type": True, "include_object": is_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, db.metadata) == []


def test_they_go_down_and_leave_nothing(empty_app):
    upgrade()
    downgrade(revision="base")
    assert tables() == set()


def test_each_goes_up_again_after_it_went_down(empty_app):
    upgrade()
    for _ in VERSIONS:
        downgrade()
    upgrade()
    assert tables() == set(db.metadata.tables)


def test_whoever_was_here_before_there_was_a_door_is_in(empty_app):
    upgrade(revision=NO_DOOR)
    for statement in BEFORE_THE_DOOR:
        db.session.execute(text(statement))
    db.session.commit()

    upgrade()

    assert db.session.scalar(select(Account.approved_at)) is not None
    assert db.session.scalar(select(Site.joining)) == "open"


def test_whoever_waited_does_not_come_in_by_going_back(empty_app):
    upgrade()
    Account.open("zoe", "Zoë", "zoe@example.org", "", reason="To read.")
    Account.open("bob", "Bob", "bob@example.org", "")
    db.session.commit()
    db.session.remove()

    downgrade(revision=NO_DOOR)

    left = db.session.scalars(text('SELECT handle FROM "user"')).all()
    assert left == ["bob"]


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem)
def test_they_are_numbered_in_order(path):
    number = f"{VERSIONS.index(path) + 1:04}"
    assert re.fullmatch(rf"{number}_[a-z_]+", path.stem), (
        f"call it {number}_<feature>.py"
    )
