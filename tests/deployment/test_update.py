"""bin/update: in which order it does things. Docker itself is played by a script."""

import os
import subprocess

import pytest

from tests.support.source import ROOT

# It remembers what it was told. `running` lists containers; `broken` makes none well.
DOCKER = """#!/bin/sh
cd "{folder}"
echo "$*" >> told
case "$*" in
  "compose ps"*) cat running ;;
  *"--scale web=4 web") printf 'new1\\nnew2\\n' >> running; test ! -e broken ;;
esac
"""


class Docker:
    def __init__(self, folder):
        self.folder = folder
        (folder / "docker").write_text(DOCKER.format(folder=folder))
        (folder / "docker").chmod(0o755)
        (folder / "running").write_text("")

    def update(self):
        """The exit status of bin/update."""
        path = f"{self.folder}{os.pathsep}{os.environ['PATH']}"
        ran = subprocess.run(
            [ROOT / "bin/update"], env={"PATH": path}, timeout=60, capture_output=True
        )
        return ran.returncode

    def told(self):
        """What it was told to do, without the questions."""
        lines = (self.folder / "told").read_text().splitlines()
        return [line for line in lines if not line.startswith("compose ps")]


@pytest.fixture
def docker(tmp_path):
    return Docker(tmp_path)


@pytest.fixture
def two_sites(docker):
    (docker.folder / "running").write_text("old1\nold2\n")
    return docker


def test_where_nothing_runs_everything_starts(docker):
    assert docker.update() == 0
    assert docker.told() == [
        "compose build",
        "compose up --detach --wait --remove-orphans",
    ]


def test_old_sites_end_when_new_ones_serve_a_migrated_database(two_sites):
    assert two_sites.update() == 0

    assert two_sites.told() == [
        "compose build",
        "compose run --rm migrate",
        "compose up --detach --no-deps --no-recreate --wait --scale web=4 web",
        *("stop old1", "rm old1", "stop old2", "rm old2"),
        "compose up --detach --scale web=2",
        "compose exec -T caddy caddy reload --config /etc/caddy/Caddyfile",
    ]


def test_a_version_that_does_not_get_ready_ends_and_the_old_one_goes_on(two_sites):
    (two_sites.folder / "broken").touch()

    assert two_sites.update() == 1
    assert two_sites.told()[-1] == "rm --force new1 new2"
