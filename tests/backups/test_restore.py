"""Bringing last night's backup back: the same site, byte for byte, or nothing."""

import pytest
from flask_migrate import upgrade

from app.backups import restoring
from app.extensions import db
from app.lib.stores import LocalStore, StoreFull
from app.models import Picture
from app.web.migrating import newest
from tests.fixtures.backups import TOWN_KEY
from tests.support.settings import KEY


@pytest.fixture
def client(empty, town):
    """A browser that was signed in to the town, at the place it is restored to."""
    client = empty.app.test_client()
    client.set_cookie(empty.app.config["LOGIN_COOKIE"], town.cookie)
    return client


def test_something_of_everything_is_in_the_town(town):
    assert [name for name, rows in town.rows().items() if not rows] == []


def test_every_row_and_file_and_the_key_come_back(town, empty, archive):
    done = empty.flask("backup", "restore", archive)

    assert done.exit_code == 0, done.output
    assert (empty.rows(), empty.files()) == (town.rows(), town.files())
    assert (empty.folder / "secret_key").read_text() == TOWN_KEY


def test_any_site_can_come_back_on_sqlite(town, build, archive):
    small = build("small", embedded=True)

    small.flask("backup", "restore", archive)

    assert small.rows() == town.rows()


def test_who_was_signed_in_still_is(empty, client, archive):
    empty.flask("backup", "restore", archive)

    assert client.get("/settings/security/").status_code == 200


def test_pictures_are_shown(town, empty, client, archive):
    empty.flask("backup", "restore", archive)
    with empty.app.app_context():
        picture = db.session.scalars(db.select(Picture)).first()

    shown = client.get(picture.path("480.webp"))

    assert shown.data == town.files()[f"{picture.name[:2]}/{picture.name}/480.webp"]


def test_words_are_found(empty, client, archive):
    empty.flask("backup", "restore", archive)

    assert "/@ann/the-tide-tables" in client.get("/search?q=tide").text


def test_new_rows_get_numbers_that_no_row_has(empty, client, archive):
    empty.flask("backup", "restore", archive)
    with empty.app.app_context():
        tag = db.metadata.tables["tag"]
        highest = db.session.scalar(db.select(db.func.max(tag.c.id)))
        new = db.session.execute(tag.insert().values(name="new", label="new"))

        assert new.inserted_primary_key[0] > highest


def test_a_rehearsal_writes_nothing(empty, archive):
    done = empty.flask("backup", "restore", "--dry-run", archive)

    assert done.output.splitlines()[-1].startswith("Would restore 9 people")
    assert empty.files() == {}
    assert not empty.flask("backup", "restore", archive).exit_code


def test_nothing_is_written_over_people(town, archive):
    before = town.rows()

    done = town.flask("backup", "restore", archive)

    assert (done.exit_code, town.rows()) == (1, before)
    assert "Choose an empty one" in done.output


def test_nothing_is_written_beside_pictures(empty, archive):
    LocalStore(empty.folder / "media").put("a" * 26, "480.webp", b"ink")

    done = empty.flask("backup", "restore", archive)

    assert "There are pictures here already" in done.output
    assert len(empty.files()) == 1


def test_one_without_pictures_comes_back_beside_them(town, empty, tmp_path):
    archive = town.backup("--to", tmp_path / "nights", "--without-media")
    LocalStore(empty.folder / "media").put("a" * 26, "480.webp", b"ink")

    done = empty.flask("backup", "restore", archive)

    assert done.exit_code == 0, done.output
    assert (empty.rows(), len(empty.files())) == (town.rows(), 1)


def test_where_rows_find_no_room_the_key_is_what_it_was(empty, archive, monkeypatch):
    before = (empty.folder / "secret_key").read_text()

    def put(*_):
        assert (empty.folder / "secret_key").read_text() == TOWN_KEY
        raise OSError("No space left on device")

    monkeypatch.setattr(restoring, "_put_database", put)
    done = empty.flask("backup", "restore", archive)

    assert "Nothing was restored: No space left" in done.output
    assert (empty.folder / "secret_key").read_text() == before
    assert empty.files() == {}


def test_a_search_that_cannot_be_made_is_told(town, empty, archive, monkeypatch):
    def fail(_engine):
        raise OSError("No space left on device")

    monkeypatch.setattr(restoring, "index", fail)
    done = empty.flask("backup", "restore", archive)

    assert "Everything is back but the search" in done.output
    assert empty.rows() == town.rows()


def test_where_pictures_find_no_room_nothing_is_left(empty, archive, monkeypatch):
    with monkeypatch.context() as patch:
        put = LocalStore.put

        def put_one(store, name, file, data):
            if file == "960.webp" or file.endswith("jpg"):
                raise StoreFull("No space left on device")
            put(store, name, file, data)

        patch.setattr(LocalStore, "put", put_one)
        done = empty.flask("backup", "restore", archive)

    assert "Nothing was restored: No space left" in done.output
    assert empty.files() == {}
    assert empty.flask("backup", "restore", archive).exit_code == 0


def test_a_key_that_was_given_is_missed(build, archive, empty):
    empty.app.config["SECRET_KEY"] = KEY

    done = empty.flask("backup", "restore", archive)

    assert "SECRET_KEY is not the key of the site" in done.output


def test_an_older_backup_is_brought_up_to_date(build, empty):
    old = build("old", embedded=True)
    with old.app.app_context():
        upgrade(revision="0035")

    empty.flask("backup", "restore", old.backup())

    with empty.app.app_context():
        assert db.session.scalar(db.text("SELECT * FROM alembic_version")) == newest()
