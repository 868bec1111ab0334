"""The disk of a site is full, and has room again."""

import subprocess
from contextlib import contextmanager

import pytest

from tests.support.faults.scene import scene
from tests.support.waiting import wait_until

#: What a small site takes here, in megabytes, with some room to write.
SIZE = 48


@pytest.fixture
def small_disk(tmp_path):
    """A folder that is a disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", str(folder)]
    done = subprocess.run(["mount", *options], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("needs a disk of its own: only root may mount one")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def site(settings, small_disk):
    if settings.DATABASE_URL:
        pytest.skip("fills the disk of a file: bin/ci runs it on SQLite")
    with scene(small_disk) as found:
        yield found


@contextmanager
def filled(folder):
    """While it lasts, there is not a byte to be had."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            yield
    ballast.unlink()


def test_on_a_full_disk_one_reads_and_later_one_writes(small_disk, site):
    words = "High water. " * 8000
    with filled(small_disk):
        answer = site.publish(words)
        page = site.ann.visit("/@bob/the-harbour")

    assert (answer.status, answer.headers["Retry-After"]) == (507, "300")
    assert words.strip() in answer.text, "her words are in the page"
    assert page.status == 200
    assert wait_until(lambda: site.publish(words).status == 303, within=60)


def test_nothing_that_was_acknowledged_is_lost_on_a_full_disk(small_disk, site):
    with site.under_load() as load:
        assert load.moves_on(by=8), site.site.log.read_text()
        with filled(small_disk):
            assert wait_until(
                lambda: any(deed.failures for deed in load.deeds), within=60
            )
        assert load.moves_on(by=12), site.site.log.read_text()

    assert not site.faults_after(load)
