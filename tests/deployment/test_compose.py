"""docker-compose.yml: one command starts the whole site, without an edit."""

import os
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from config import Config
from tests.support.source import ROOT

TEXT = (ROOT / "docker-compose.yml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
# Its health check is the image's, as a test of the Dockerfile says; or it ends at once.
UNCHECKED = {"site", "password"}


def mounts(service):
    """What is mounted, as (volume, folder)."""
    return [tuple(v.split(":")[:2]) for v in SERVICES[service].get("volumes", [])]


def conditions(service):
    wanted = SERVICES[service].get("depends_on", {})
    return {name: how["condition"] for name, how in wanted.items()}


def variables():
    """Every variable that may come from .env, with what holds when it does not."""
    return dict(re.findall(r"\$\{(\w+)(?::-([^}]*))?\}", TEXT))


def examples():
    return dict(re.findall(r"^#(\w+)=(.*)$", (ROOT / ".env.example").read_text(), re.M))


def make_password(folder):
    """Run the command of the service ``password`` as the image would, in ``folder``."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = SERVICES["password"]["command"]
    subprocess.run(command, cwd=folder, env={"PATH": path}, check=True, timeout=30)
    return (folder / "db_password").read_text().strip()


def test_there_is_the_site_and_what_it_needs():
    assert set(SERVICES) == {"site", "worker", "password", "db", "redis"}
    assert all(
        "image" in service or "build" in service for service in SERVICES.values()
    )


@pytest.mark.parametrize("name", sorted(set(SERVICES) - UNCHECKED))
def test_a_service_says_whether_it_is_well(name):
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


def test_the_site_starts_when_what_it_needs_is_well():
    assert conditions("site") == {
        "password": "service_completed_successfully",
        "db": "service_healthy",
        "redis": "service_healthy",
    }


def test_the_worker_starts_when_the_site_has_prepared_everything():
    assert conditions("worker") == {"site": "service_healthy"}


def test_the_worker_is_not_well_while_letters_are_overdue():
    assert SERVICES["worker"]["healthcheck"]["test"] == [
        "CMD",
        "flask",
        "outbox",
        "check",
    ]


def test_site_and_worker_are_the_same_program_with_the_same_settings():
    site, worker = SERVICES["site"], SERVICES["worker"]

    assert (site["command"], worker["command"]) == ("site", "worker")
    assert worker["environment"] == site["environment"]
    assert mounts("worker") == mounts("site")


def test_the_worker_can_reach_the_world_as_mail_must():
    assert "default" in SERVICES["worker"]["networks"]


def test_the_database_starts_when_its_password_is_made():
    assert conditions("db") == {"password": "service_completed_successfully"}


def test_the_database_is_well_only_when_it_can_be_reached():
    assert "127.0.0.1" in SERVICES["db"]["healthcheck"]["test"]


def test_only_the_site_is_published_and_only_here():
    published = {n: s["ports"] for n, s in SERVICES.items() if "ports" in s}

    assert published == {"site": ["${LISTEN:-127.0.0.1:8000}:8000"]}


def test_the_database_and_the_cache_cannot_be_reached_from_outside():
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["db"]["networks"] == ["inside"]
    assert SERVICES["redis"]["networks"] == ["inside"]


def test_every_volume_is_declared_and_used():
    used = {volume for name in SERVICES for volume, _ in mounts(name)}

    assert used == set(COMPOSE["volumes"])


def test_the_database_cannot_read_the_key_of_the_site():
    assert ("data", "/data") in mounts("site")
    assert "data" not in dict(mounts("db"))


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_may_do_no_more_than_it_must(name):
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"password"}))
def test_a_service_comes_back_after_a_crash(name):
    assert SERVICES[name]["restart"] == "unless-stopped"


def test_nothing_that_stays_root_stands_between_the_database_and_its_end():
    assert "init" not in SERVICES["db"]


def test_every_variable_has_a_value_without_an_edit():
    assert not re.findall(r"\$\{\w+\}|\$\{\w+:?\?|\$\w", TEXT)


def test_every_variable_is_in_the_example():
    assert set(variables()) <= set(examples())


def test_every_setting_can_be_set():
    # Where the volume is mounted is not for the owner to choose; and a container is
    # no try-out, whose mail anybody on the machine may read.
    fixed = {"INSTANCE_PATH", "DEVELOPMENT"}
    settable = {field.name for field in fields(Config)} - fixed

    assert settable <= set(variables())


def test_the_site_is_given_nothing_that_it_does_not_read():
    known = {field.name for field in fields(Config)}
    script = (ROOT / "bin/entrypoint").read_text()

    unknown = set(SERVICES["site"]["environment"]) - known
    assert not [name for name in unknown if f"${{{name}" not in script]


@pytest.mark.parametrize("name", ["SITE_URL", "TRUSTED_PROXIES", "SITE_LANGUAGE"])
def test_a_default_is_the_one_of_the_site(name):
    assert variables()[name] == str(getattr(Config, name))
    assert examples()[name] == str(getattr(Config, name))


def test_the_password_is_made_for_its_owner_only(tmp_path):
    password = make_password(tmp_path)

    assert len(password) == 64
    assert (tmp_path / "pgpass").read_text() == f"*:*:*:*:{password}\n"
    assert {f.stat().st_mode & 0o777 for f in tmp_path.iterdir()} == {0o600}


def test_the_password_outlives_a_restart(tmp_path):
    made = make_password(tmp_path)

    assert make_password(tmp_path) == made


def test_both_sides_look_for_the_password_where_it_is_made():
    database = SERVICES["db"]["environment"]

    assert database["POSTGRES_PASSWORD_FILE"] == "/secrets/db_password"
    assert variables()["DATABASE_URL"].endswith("?passfile=/secrets/pgpass")
    assert {
        dict(mounts(n))["secrets"] for n in ("site", "worker", "password", "db")
    } == {"/secrets"}
