"""What the service ``password`` makes before anything else starts."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.compose import compose

SERVICES = compose()["services"]


def mounts(service):
    """What is mounted, as folders by their volumes."""
    return dict(v.split(":")[:2] for v in SERVICES[service].get("volumes", []))


def make_password(folder):
    """Run the command of the service ``password`` as the image would, in ``folder``."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    (folder / "objects").mkdir(exist_ok=True)
    command = [
        word.replace("/objects", str(folder / "objects"))
        for word in SERVICES["password"]["command"]
    ]
    subprocess.run(command, cwd=folder, env={"PATH": path}, check=True, timeout=30)
    return (folder / "db_password").read_text().strip()


def test_the_password_is_made_for_its_owner_only(tmp_path):
    password = make_password(tmp_path)

    assert len(password) == 64
    assert (tmp_path / "pgpass").read_text() == f"*:*:*:*:{password}\n"
    made = [path for path in tmp_path.iterdir() if path.is_file()]
    assert {file.stat().st_mode & 0o777 for file in made} == {0o600}


def test_the_password_outlives_a_restart(tmp_path):
    made = make_password(tmp_path)

    assert make_password(tmp_path) == made


def test_the_bucket_is_there_before_the_store(tmp_path):
    make_password(tmp_path)

    assert (tmp_path / "objects/media").is_dir()
    assert SERVICES["s3"]["depends_on"] == {
        "password": {"condition": "service_completed_successfully"}
    }


def test_both_sides_look_for_the_password_where_it_is_made():
    url = SERVICES["web"]["environment"]["DATABASE_URL"]
    holders = [name for name in SERVICES if "secrets" in mounts(name)]

    assert SERVICES["db"]["environment"]["POSTGRES_PASSWORD_FILE"].startswith(
        "/secrets/"
    )
    assert url.endswith("?passfile=/secrets/pgpass")
    assert {mounts(name)["secrets"] for name in holders} == {"/secrets"}
