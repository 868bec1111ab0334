"""``flask backups …``: a copy of the database and the files, and the way back."""

import sqlite3
import subprocess
import tarfile
from contextlib import closing
from pathlib import Path
from shutil import copyfile, copytree
from tempfile import TemporaryDirectory

import click
from flask import Blueprint, current_app

from app.extensions import db
from app.models.columns import now

bp = Blueprint("backups", __name__)
PATH = click.Path(path_type=Path)


@bp.cli.command()
@click.argument("folder", type=PATH)
def make(folder):
    """Copy everything into a new archive in FOLDER; the site may run meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"{now():%Y-%m-%d-%H%M%S}.tar"
    instance = Path(current_app.instance_path)
    with TemporaryDirectory() as beside, tarfile.open(archive, "x") as tar:
        # Everybody's address is in it, and the key of the site.
        archive.chmod(0o600)
        copy = Path(beside) / "database"
        _copy_database(copy)
        # The files after the rows: a row without its file would be worse.
        tar.add(copy, "database")
        for name in ("media", "secret_key"):
            if (instance / name).exists():
                tar.add(instance / name, name)
    click.echo(archive)


@bp.cli.command()
@click.argument("archive", type=PATH)
def restore(archive):
    """Bring back what ARCHIVE holds, where there is nothing yet."""
    instance = Path(current_app.instance_path)
    with TemporaryDirectory() as beside, tarfile.open(archive) as tar:
        tar.extractall(beside, filter="data")
        _bring_database(Path(beside) / "database")
        if (Path(beside) / "media").exists():
            copytree(Path(beside) / "media", instance / "media", dirs_exist_ok=True)
        if (Path(beside) / "secret_key").exists():
            copyfile(Path(beside) / "secret_key", instance / "secret_key")
    click.echo("Everything is back. Now: flask db upgrade")


def _copy_database(copy):
    """All rows as they are at one moment, whoever writes meanwhile."""
    if url := _postgresql():
        _run("pg_dump", "--format=custom", "--no-owner", f"--file={copy}", url)
    else:
        with (
            closing(sqlite3.connect(db.engine.url.database)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)


def _bring_database(copy):
    if url := _postgresql():
        options = ("--exit-on-error", "--single-transaction", "--no-owner")
        _run("pg_restore", *options, f"--dbname={url}", copy)
    elif Path(db.engine.url.database).exists():
        raise click.ClickException("There is a database already; nothing was changed.")
    else:
        copyfile(copy, db.engine.url.database)


def _postgresql():
    """The address as the programs of PostgreSQL know it; empty for SQLite."""
    url = db.engine.url
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return plain if url.get_backend_name() == "postgresql" else ""


def _run(*command):
    if subprocess.run(command, check=False).returncode:  # noqa: S603
        raise click.ClickException(f"{command[0]} failed; see above.")
