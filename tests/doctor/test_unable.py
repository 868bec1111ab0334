"""``flask doctor`` where the site cannot start: a clean clone, wrong settings."""

import os
import subprocess
import sys

import pytest

from tests.support.source import ROOT

OURS = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL", "SITE_URL", "MAIL_URL")


@pytest.fixture
def run(tmp_path):
    """Runs ``flask …`` as an operator does, in a folder that nothing is in."""
    bare = {name: it for name, it in os.environ.items() if name not in OURS}

    def start(*words, **settings):
        return subprocess.run(
            [sys.executable, "-m", "flask", "--app", "wsgi", *words],
            cwd=ROOT,
            env={**bare, "INSTANCE_PATH": str(tmp_path / "new"), **settings},
            capture_output=True,
            text=True,
            timeout=120,
        )

    return start


def test_a_clean_clone_is_told_what_to_do_first(run):
    done = run("doctor")

    assert done.returncode == 1
    assert "wrong  Settings: SECRET_KEY is not set. Start with bin/run" in done.stdout
    assert "Traceback" not in done.stderr


def test_every_setting_that_is_wrong_is_named(run):
    said = run("doctor", SITE_URL="ink", MAIL_URL="ink", DATABSE_URL="x").stdout

    assert "wrong  Settings: SITE_URL must look like" in said
    assert "wrong  Settings: MAIL_URL must look like" in said
    assert "wrong  Spelling: DATABSE_URL is no setting." in said


def test_other_commands_end_with_a_sentence(run):
    done = run("prune")

    assert done.returncode == 1
    assert done.stderr.startswith("Inklings cannot start. SECRET_KEY is not set.")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "not up to date. Run: flask db upgrade"),
        ("postgresql://nobody@127.0.0.1:1/none", "The database does not do it: "),
    ],
)
def test_a_database_that_is_not_there_is_no_traceback(run, url, says):
    done = run("users", "list", SECRET_KEY="0123456789abcdef" * 2, DATABASE_URL=url)

    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_key_that_others_can_read_is_noticed(run, tmp_path):
    kept = tmp_path / "new" / "secret_key"
    kept.parent.mkdir()
    kept.write_text("0123456789abcdef" * 2)
    kept.chmod(0o644)

    assert f"Run chmod 600 {kept}" in run("doctor").stdout
