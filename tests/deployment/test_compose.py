"""docker-compose.yml: one command starts the whole site, without an edit."""

import re
from dataclasses import fields

import pytest

from config import Config
from tests.support.compose import TEXT, compose
from tests.support.source import ROOT

COMPOSE = compose()
SERVICES = COMPOSE["services"]
# They do their work and end.
ONCE = {"migrate", "password"}
PROGRAM = ["web", "worker", "migrate"]


def mounts(service):
    """What is mounted, as (volume, folder)."""
    return [tuple(v.split(":")[:2]) for v in SERVICES[service].get("volumes", [])]


def conditions(service):
    wanted = SERVICES[service].get("depends_on", {})
    return {name: how["condition"] for name, how in wanted.items()}


def variables():
    """Every variable that may come from .env, with what holds when it does not."""
    return dict(re.findall(r"\$\{(\w+)(?::[-+]([^}]*))?\}?", TEXT))


def examples():
    return dict(re.findall(r"^#(\w+)=(.*)$", (ROOT / ".env.example").read_text(), re.M))


def test_there_is_a_site_and_what_it_needs():
    assert set(SERVICES) == {"caddy", *PROGRAM, "password", "db", "redis", "s3"}
    assert all(
        "image" in service or "build" in service for service in SERVICES.values()
    )


def test_what_most_do_not_need_starts_only_when_asked_for():
    assert {name for name, one in SERVICES.items() if "profiles" in one} == {"s3"}


@pytest.mark.parametrize("name", sorted(set(SERVICES) - ONCE))
def test_a_service_says_whether_it_is_well(name):
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


def test_the_migration_waits_for_the_database_and_its_password():
    assert conditions("migrate") == {
        "password": "service_completed_successfully",
        "db": "service_healthy",
    }


@pytest.mark.parametrize("name", ["web", "worker"])
def test_nothing_of_a_new_version_starts_before_the_database_is_migrated(name):
    assert conditions(name) == {
        "migrate": "service_completed_successfully",
        "redis": "service_healthy",
    }


def test_the_door_opens_when_somebody_is_in():
    assert conditions("caddy") == {"web": "service_healthy"}


def test_a_site_is_well_when_it_can_serve_pages():
    assert "/readyz" in SERVICES["web"]["healthcheck"]["test"][-1]


def test_there_can_be_as_many_sites_as_one_likes():
    several = compose(WEB_REPLICAS="3")["services"]["web"]

    assert SERVICES["web"]["deploy"]["replicas"] == "1"
    assert several["deploy"]["replicas"] == "3"
    assert not {"ports", "container_name"} & set(several)


def test_the_worker_is_not_well_while_letters_are_overdue():
    assert SERVICES["worker"]["healthcheck"]["test"] == [
        "CMD",
        "flask",
        "outbox",
        "check",
    ]


@pytest.mark.parametrize("name", PROGRAM)
def test_they_are_the_same_program_with_the_same_settings(name):
    service, site = SERVICES[name], SERVICES["web"]

    assert service["command"] == name
    assert service["environment"] == site["environment"]
    assert mounts(name) == mounts("web")


def test_the_worker_can_reach_the_world_as_mail_must():
    assert "default" in SERVICES["worker"]["networks"]


def test_the_database_starts_when_its_password_is_made():
    assert conditions("db") == {"password": "service_completed_successfully"}


def test_the_database_is_well_only_when_it_can_be_reached():
    assert "127.0.0.1" in SERVICES["db"]["healthcheck"]["test"]


def test_only_the_door_is_published_and_only_here():
    published = {n: s["ports"] for n, s in SERVICES.items() if "ports" in s}

    here = ["127.0.0.1:8000:80", "127.0.0.1::443", "127.0.0.1::443/udp"]
    assert published == {"caddy": here}


def test_a_domain_is_all_that_it_takes_for_the_world():
    given = {"DOMAIN": "ink.example.org", "HTTP_PORT": "80", "HTTPS_PORT": "443"}
    world = compose(**given)["services"]

    assert world["caddy"]["ports"] == ["80:80", "443:443", "443:443/udp"]
    assert world["caddy"]["environment"]["CADDY_ADDRESS"] == "ink.example.org"
    assert world["web"]["environment"]["SITE_URL"] == "https://ink.example.org"


def test_the_site_believes_the_door_and_nobody_else():
    assert SERVICES["web"]["environment"]["TRUSTED_PROXIES"] == "1"
    assert SERVICES["caddy"]["environment"]["FRONT_PROXY"] == "127.0.0.1/32"


def test_the_database_and_the_cache_cannot_be_reached_from_outside():
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["db"]["networks"] == ["inside"]
    assert SERVICES["redis"]["networks"] == ["inside"]
    assert SERVICES["s3"]["networks"] == ["inside"]


def test_the_door_leads_to_the_sites_and_no_further():
    assert SERVICES["caddy"]["networks"] == ["default"]


def test_every_volume_is_declared_and_used():
    used = {volume for name in SERVICES for volume, _ in mounts(name)}
    used -= {"./deploy"}

    assert used == set(COMPOSE["volumes"])


def test_the_database_cannot_read_the_key_of_the_site():
    assert ("data", "/data") in mounts("web")
    assert "data" not in dict(mounts("db"))


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_may_do_no_more_than_it_must(name):
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("name", sorted(set(SERVICES) - ONCE))
def test_a_service_comes_back_after_a_crash(name):
    assert SERVICES[name]["restart"] == "unless-stopped"


def test_nothing_that_stays_root_stands_between_the_database_and_its_end():
    assert "init" not in SERVICES["db"]


def test_every_variable_has_a_value_without_an_edit():
    assert not re.findall(r"\$\{\w+\}|\$\{\w+:?\?|\$\w", TEXT)
    assert "$" not in str(COMPOSE)


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

    unknown = set(SERVICES["web"]["environment"]) - known
    assert not [name for name in unknown if f"${{{name}" not in script]


@pytest.mark.parametrize("name", ["SITE_URL", "SITE_LANGUAGE"])
def test_a_default_is_the_one_of_the_site(name):
    assert SERVICES["web"]["environment"][name] == str(getattr(Config, name))
    assert examples()[name] == str(getattr(Config, name))
