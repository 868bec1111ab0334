"""``flask backup …`` and ``flask move``, for those who run the site."""

from contextlib import contextmanager
from pathlib import Path

import click
from flask import Blueprint

from app.backups.checking import unpacked
from app.backups.making import create
from app.backups.moving import move
from app.backups.nightly import forget_old
from app.backups.restoring import restore
from app.lib.backup_names import made_in
from app.models.columns import now
from app.web import backups

bp = Blueprint("backups", __name__, cli_group=None)
_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@contextmanager
def bar(label, length):
    """Show on the terminal how far it is."""
    with click.progressbar(length=length, label=label) as shown:
        yield shown.update


@contextmanager
def told():
    """Say in one sentence what failed, and why."""
    try:
        yield
    except backups.BackupFailed as error:
        raise click.ClickException(str(error)) from error


@bp.cli.group()
def backup():
    """Back the site up while it runs, and bring it back."""


@backup.command("create")
@click.option("--to", type=_FOLDER, help="The folder, instead of BACKUP_FOLDER.")
@click.option("--without-media", is_flag=True, help="Leave the pictures out.")
def create_one(to, without_media):
    """Write everything into one dated archive."""
    with told():
        made = create(
            to or backups.folder(), with_media=not without_media, progress=bar
        )
    click.echo(f"{made.place} ({_megabytes(made.place)})")


@backup.command()
@click.argument("file", type=_FILE, help="A backup, as create leaves it.")
def verify(file):
    """Look through an archive: checksums, the database, what is missing."""
    with told(), unpacked(file, bar) as found:
        about = found.about
    click.echo(f"{file.name} is whole.")
    click.echo(
        f"Made at {about.made_at} on {about.database}, migration {about.revision}."
    )
    for name in ("user", "post", "comment", "picture"):
        click.echo(f"{about.rows.get(name, 0):>8} × {name}")
    click.echo(f"{len(found.media):>8} files of pictures")
    if not about.has_key:
        click.echo(f"The key is not in it: it was given as SECRET_KEY ({about.key}).")
    for file in found.missing:
        click.echo(f"Missing when it was made: {file}")


@backup.command("restore")
@click.argument("file", type=_FILE, help="A backup, as create leaves it.")
@click.option("--dry-run", is_flag=True, help="Only look whether it could be done.")
def restore_one(file, dry_run):
    """Bring an archive back, into an empty place."""
    with told():
        found, warnings = restore(file, bar, only_looking=dry_run)
    for warning in warnings:
        click.echo(f"Note: {warning}", err=True)
    people, posts = (found.about.rows.get(name, 0) for name in ("user", "post"))
    if dry_run:
        click.echo(f"Would restore {people} people and {posts} posts.")
    else:
        click.echo(f"{people} people and {posts} posts are back.")
        click.echo("Start the site again, and its worker: they know another key.")
        click.echo("If they ran meanwhile, letters may have failed: flask outbox retry")


@backup.command("list")
def list_all():
    """List the archives in the folder, the newest first."""
    found = made_in(backups.folder())
    for made in found:
        age = (now() - made.at).total_seconds() / 3600
        kind = "nightly" if made.is_nightly else "by hand"
        media = "" if made.has_media else ", without pictures"
        size = _megabytes(made.place)
        click.echo(f"{made.place}  {size:>10}  {age:.0f} h ago, {kind}{media}")
    if not found:
        click.echo(f"There is none in {backups.folder()}.")


@backup.command()
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
def prune(dry_run):
    """Remove nightly archives beyond BACKUP_KEEP, as every night does."""
    for made in forget_old(only_looking=dry_run):
        click.echo(f"{'Would go' if dry_run else 'Gone'}: {made.place.name}")


@bp.cli.command("move")
@click.argument("url", metavar="POSTGRESQL://…", help="Where to: an empty database.")
@click.option("--dry-run", is_flag=True, help="Rehearse it; the site may go on.")
def move_to(url, dry_run):
    """Move the site from SQLite to an empty PostgreSQL database. Stop it before."""
    with told():
        rows = move(url, bar, is_rehearsal=dry_run)
    total = f"{sum(rows.values())} rows in {len(rows)} tables"
    if dry_run:
        click.echo(f"It would work: {total} were copied, compared, and removed again.")
    else:
        click.echo(f"{total} are there, and are what they were.")
        click.echo("Now set DATABASE_URL to this address, and start the site.")
        click.echo(
            "The SQLite file is as it was. Keep it until you have looked around."
        )


def _megabytes(place):
    return f"{place.stat().st_size / 1_000_000:.1f} MB"
