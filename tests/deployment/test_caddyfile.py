"""deploy/Caddyfile: what the door lets in, and where it leads."""

import re

import pytest

from app.media.views import MOST_BYTES
from tests.support.compose import compose
from tests.support.source import ROOT

TEXT = (ROOT / "deploy/Caddyfile").read_text()
RULES = [
    line.strip() for line in TEXT.splitlines() if line.strip()[:1] not in {"", "#"}
]
UNITS = {"KiB": 2**10, "MiB": 2**20}
SERVICES = compose()["services"]


def rule(name):
    """What stands behind ``name``, which is there once."""
    [found] = [line for line in RULES if line.split()[0] == name]
    return found.removeprefix(name).strip()


def size(name):
    number, unit = re.fullmatch(r"(\d+)(\w+)", rule(name)).groups()
    return int(number) * UNITS[unit]


def seconds(name):
    number, unit = re.fullmatch(r"(\d+)(ms|s|m|h)", rule(name)).groups()
    return int(number) * {"ms": 0.001, "s": 1, "m": 60, "h": 3600}[unit]


def test_every_brace_is_closed():
    depths = [0]
    for line in RULES:
        depths.append(depths[-1] + line.endswith("{") - (line == "}"))

    assert depths[-1] == 0
    assert min(depths) == 0


def test_compose_reads_this_file_and_fills_it_in():
    door = SERVICES["caddy"]
    wanted = set(re.findall(r"\{\$(\w+)", TEXT))

    assert "./deploy:/etc/caddy:ro" in door["volumes"]
    assert set(door["environment"]) <= wanted


def test_it_leads_to_every_site_there_is():
    assert rule("dynamic") == "a {"
    assert rule("name") == "{$WEB_NAME:web}"
    assert rule("port") == "{$WEB_PORT:8000}"


def test_what_is_too_large_is_left_for_the_site_to_explain_unless_it_is_absurd():
    assert MOST_BYTES < size("max_size") < 2 * MOST_BYTES


def test_a_site_that_starts_or_ends_is_not_noticed():
    # Longer than a start, which includes the import of the program.
    assert seconds("lb_try_duration") >= 20
    assert seconds("lb_try_interval") < 1


@pytest.mark.parametrize("what", ["read_header", "read_body", "idle"])
def test_nobody_holds_a_connection_for_ever(what):
    assert 0 < seconds(what) <= 300


def test_an_export_reaches_whoever_asks_for_it_however_slowly():
    # 300 MB, by a telephone at a megabit a second.
    assert 300 * 8 <= seconds("write") <= 3600
    assert seconds("response_header_timeout") >= 300


def test_nobody_says_who_they_are_but_a_proxy_that_is_named():
    assert rule("trusted_proxies") == "static {$FRONT_PROXY:127.0.0.1/32}"
    assert "trusted_proxies_strict" in RULES


@pytest.mark.parametrize("header", ["Strict-Transport-Security", "X-Frame-Options"])
def test_what_the_site_says_of_itself_the_door_does_not_repeat(header):
    assert header not in TEXT


@pytest.mark.parametrize("path", ["/session/reset/" + "k" * 43, "/search/?q=a+secret"])
def test_no_key_and_no_question_is_logged(path):
    [pattern, instead] = re.findall(r'request>uri regexp "(.+?)" "(.+?)"', TEXT)[0]

    logged = re.sub(pattern.replace("\\\\", "\\"), instead, path)

    assert not re.search("k{9}|secret", logged)


def test_what_is_logged_of_people_is_cut():
    cut = [
        line.split()[0] for line in RULES if line.endswith(("ip_mask 24 48", "delete"))
    ]

    assert set(cut) >= {"request>remote_ip", "request>client_ip", "request>headers"}
