"""Migrations by the program itself, on whichever database it has at hand."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from flask import current_app
from sqlalchemy import Connection, Engine


def newest() -> str:
    """The number of the last migration that this program knows."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def is_known(revision: str) -> bool:
    """Whether this program knows a migration: it is none of a newer one's."""
    try:
        return bool(ScriptDirectory.from_config(_config()).get_revision(revision))
    except CommandError:
        return False


def revision_of(connection: Connection) -> str:
    """The last migration of a database; empty where none has run."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def bring_up_to_date(engine: Engine) -> None:
    """Run on ``engine`` whichever migrations it has not seen."""
    config = _config()
    config.attributes["engine"] = engine
    command.upgrade(config, "head")


def _config() -> Config:
    root = Path(current_app.root_path).parent
    extension = current_app.extensions["migrate"].migrate
    config: Config = extension.get_config(str(root / "migrations"))
    return config
