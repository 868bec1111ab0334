"""A backup of a site that is in use: whole, of one moment, or not there at all."""

import resource
import sqlite3
import stat
import subprocess
import tarfile
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from app.backups import making
from app.extensions import db
from app.lib import backup_archives, sqlite_files
from app.lib.backup_names import made_in
from app.lib.file_locks import locked
from app.models import Picture
from app.web.pictures import store
from tests.support.settings import KEY


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


@contextmanager
def files_up_to(size):
    """No file can grow beyond this, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def writing(place):
    """Somebody writes into two tables at once, again and again."""
    enough, written = Event(), [0]

    def write():
        with sqlite3.connect(place, isolation_level=None, timeout=30) as connection:
            while not enough.is_set():
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("INSERT INTO said (words) VALUES ('more')")
                connection.execute("UPDATE counted SET number = number + 1")
                connection.execute("COMMIT")
                written[0] += 1

    writer = Thread(target=write)
    writer.start()
    try:
        yield written
    finally:
        enough.set()
        writer.join()


@pytest.fixture
def busy(tmp_path):
    """A database of some megabytes whose counter says how many rows there are."""
    place = tmp_path / "busy.sqlite"
    with sqlite3.connect(place) as connection:
        connection.executescript(
            "PRAGMA journal_mode = WAL;"
            "CREATE TABLE said (id INTEGER PRIMARY KEY, words TEXT);"
            "CREATE TABLE counted AS SELECT 20000 AS number;"
            "INSERT INTO said (words) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
            " SELECT i + 1 FROM n WHERE i < 20000) SELECT hex(randomblob(300)) FROM n;"
        )
    return place


def test_what_is_written_meanwhile_is_there_wholly_or_not_at_all(busy, tmp_path):
    copy, steps = tmp_path / "copy.sqlite", []

    with writing(busy) as written:
        while written[0] < 3:
            Event().wait(0)
        before = written[0]
        sqlite_files.take(busy, copy, lambda _pages: _until(written, steps))

    ((rows, counted),) = sqlite_files.rows_of(
        copy, "SELECT (SELECT count(*) FROM said), number FROM counted"
    )
    assert written[0] >= before + 3, "somebody wrote between two steps"
    assert (rows, sqlite_files.faults_of(copy)) == (counted, [])


def _until(written, steps):
    """Go on once one row more was written than at the step before."""
    last = steps[-1] if steps else written[0]
    while len(steps) < 3 and written[0] <= last:
        Event().wait(0)
    steps.append(written[0])


def test_it_is_for_the_eyes_of_its_owner(archive):
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    assert stat.S_IMODE(archive.parent.stat().st_mode) == 0o700


def test_coreutils_can_check_it(archive, folder):
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")

    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]

    assert subprocess.run(check, cwd=folder, check=False).returncode == 0


def test_two_at_once_are_one(town, folder):
    folder.mkdir()
    with locked(folder / ".inklings.lock"):
        done = town.flask("backup", "create", "--to", folder)

    assert "Another backup is being made" in done.output
    assert made_in(folder) == []


@pytest.mark.parametrize("size", [8_192, 60_000])
def test_a_full_disk_leaves_no_half_of_it(town, folder, size):
    with files_up_to(size):
        done = town.flask("backup", "create", "--to", folder)

    assert done.exit_code == 1
    assert done.output.splitlines()[-1].startswith("Error: No backup was made")
    assert [place.name for place in folder.iterdir()] == [".inklings.lock"]


def test_where_it_would_not_fit_it_is_not_begun(town, folder, monkeypatch):
    usage = making.shutil.disk_usage(town.folder)._replace(free=1000)
    monkeypatch.setattr(making.shutil, "disk_usage", lambda _folder: usage)

    done = town.flask("backup", "create", "--to", folder)

    assert "No room in" in done.output


def test_a_folder_that_cannot_be_one_is_named(town, folder):
    folder.write_text("a file")

    done = town.flask("backup", "create", "--to", folder / "below")

    assert "No backup was made" in done.output


def test_where_there_is_no_site_there_is_no_backup(build, folder):
    nothing = build("nothing", embedded=True)
    with nothing.app.app_context(), db.engine.connect():
        done = nothing.flask("backup", "create", "--to", folder)

    assert "There is no site here yet" in done.output


def test_what_a_killed_one_left_behind_goes(town, folder):
    (folder / ".inklings-making-x").mkdir(parents=True)
    (folder / f".inklings-x.tar{backup_archives.PART}").write_text("half")

    archive = town.backup("--to", folder)

    assert {place.name for place in folder.iterdir()} == {
        ".inklings.lock",
        archive.name,
    }


def test_what_others_keep_in_the_folder_stays(town, folder, tmp_path):
    (folder / ".making-x").mkdir(parents=True)
    for name in (".theirs.part", ".lock", ".inklings.lock"):
        (folder / name).write_text("theirs")

    town.backup("--to", folder)

    assert (folder / ".making-x").is_dir()
    names = (".theirs.part", ".lock", ".inklings.lock")
    assert [(folder / name).read_text() for name in names] == ["theirs"] * 3


def test_a_lock_that_is_a_link_is_refused(town, folder, tmp_path):
    folder.mkdir()
    (folder / ".inklings.lock").symlink_to(tmp_path / "elsewhere")

    done = town.flask("backup", "create", "--to", folder)

    assert "No backup was made" in done.output
    assert not (tmp_path / "elsewhere").exists()


def test_a_database_that_would_not_fit_is_not_copied(town, folder, monkeypatch):
    usage = making.shutil.disk_usage(town.folder)
    free = usage._replace(free=int(taking_size(town) * 1.2))
    monkeypatch.setattr(making.shutil, "disk_usage", lambda _folder: free)
    monkeypatch.setattr(making, "taken", None)

    done = town.flask("backup", "create", "--to", folder)

    assert "No room in" in done.output


def taking_size(place):
    with place.app.app_context():
        return making.size_of_database()


def test_a_picture_that_went_meanwhile_is_named(town, folder, monkeypatch):
    with town.app.app_context():
        name = db.session.scalars(db.select(Picture.name)).first()
        get = store().get

        def get_others(which, file):
            return None if which == name else get(which, file)

        monkeypatch.setattr(store(), "get", get_others)

    archive = town.backup("--to", folder)

    assert f"Missing when it was made: {name}/480.webp" in verified(town, archive)


def test_pictures_can_be_left_out(town, folder):
    archive = town.backup("--to", folder, "--without-media")

    assert archive.name.endswith("-without-media.tar")
    assert "0 files of pictures" in verified(town, archive)


def test_a_key_that_was_given_is_not_in_it(build, folder):
    given = build("given")
    given.app.config["SECRET_KEY"] = KEY
    given.flask("db", "upgrade")

    archive = given.backup("--to", folder)

    assert KEY.encode() not in archive.read_bytes()
    assert "it was given as SECRET_KEY" in verified(given, archive)


def verified(place, archive):
    return place.flask("backup", "verify", archive).output
