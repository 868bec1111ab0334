"""Last night's backup is all that is left of a site."""

import shutil

import pytest

from tests.support.faults.restoring import backed_up, brought_back
from tests.support.faults.scene import scene


@pytest.fixture
def site(tmp_path, settings):
    if settings.DATABASE_URL:
        pytest.skip("a site and its folder: bin/ci runs it on SQLite")
    with scene(tmp_path / "site") as found:
        yield found


def test_what_was_done_before_a_backup_is_there_once_it_is_restored(tmp_path, site):
    with site.under_load() as load:
        assert load.moves_on(by=15), site.site.log.read_text()
        before = load.acknowledged()
        archive = backed_up(site.site, tmp_path / "backups")
        assert load.moves_on(by=4), site.site.log.read_text()
        site.site.die()
        shutil.rmtree(tmp_path / "site")
        again = brought_back(site.site, archive)
        load.forget(since=before)
        site.site.start()
        # Nobody signs in anew: they go on with the sessions that they had.
        assert load.moves_on(by=8), site.site.log.read_text()

    assert not site.faults_after(load, killed=again)
