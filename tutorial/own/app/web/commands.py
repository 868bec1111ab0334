"""Commands of the site: ``flask init-db``."""

import click
from flask import Flask

from app.extensions import db


def init_app(app: Flask) -> None:
    app.cli.add_command(init_db)


@click.command("init-db")
def init_db() -> None:
    """Make the tables that are missing."""
    db.create_all()
    click.echo("The database is ready.")
