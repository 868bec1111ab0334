"""A backup is one that was restored."""

from pathlib import Path

import pytest

from app import create_app
from app.extensions import db
from app.models import Post
from config import Config


@pytest.fixture
def archive(app, essay, tmp_path):
    """A backup of a site with Ann's essay and a picture."""
    pictures = Path(app.instance_path, "media")
    pictures.mkdir()
    (pictures / "heron.webp").write_bytes(b"a heron")
    args = ["backups", "make", str(tmp_path / "backups")]
    return app.test_cli_runner().invoke(args=args).output.strip()


@pytest.fixture
def new_place(tmp_path):
    """The same program on another machine, where there is nothing yet."""
    return create_app(Config(INSTANCE_PATH=str(tmp_path / "new")))


def test_what_was_there_is_there_again(archive, new_place, tmp_path):
    with new_place.app_context():
        new_place.test_cli_runner().invoke(args=["backups", "restore", archive])
        assert db.session.scalar(db.select(Post.title)) == "The tide tables"
        db.session.remove()
        db.engine.dispose()
    assert (tmp_path / "new/media/heron.webp").read_bytes() == b"a heron"


def test_what_is_there_is_never_overwritten(app, archive, essay):
    essay.revise(title="Ebb", body="Low water.")
    db.session.commit()
    restored = app.test_cli_runner().invoke(args=["backups", "restore", archive])

    assert restored.exit_code == 1
    assert db.session.scalar(db.select(Post.title)) == "Ebb"


def test_nobody_else_on_the_machine_reads_it(archive):
    assert Path(archive).stat().st_mode & 0o077 == 0
