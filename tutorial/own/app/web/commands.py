"""Commands of the site: ``flask init-db``."""

import click
from flask import Flask

from app.extensions import db


def init_app(app: Flask) -> None:
    app.cli.command("init-db")(init_db)


def init_db() -> None:
    """Make the tables that are not there yet."""
    db.create_all()
    click.echo("The database is ready.")
