"""deploy/inklings.service and its guide: what it runs exists, and may do little."""

import re

import pytest

from tests.support.source import ROOT

UNIT = (ROOT / "deploy/inklings.service").read_text()
GUIDE = (ROOT / "docs/deploying.md").read_text()


def values(name):
    return re.findall(rf"^{name}=(.*)$", UNIT, re.M)


def test_what_it_runs_is_there():
    [prepare, serve] = values("ExecStartPre") + values("ExecStart")

    assert [line.split()[1] for line in (prepare, serve)] == [
        "bin/_prepare",
        "bin/_serve",
    ]
    assert all((ROOT / line.split()[1]).exists() for line in (prepare, serve))


def test_it_listens_to_this_machine_only():
    assert "--bind 127.0.0.1:8000" in values("ExecStart")[0]
    assert "reverse_proxy 127.0.0.1:8000" in GUIDE


def test_it_has_longer_to_end_than_requests_take():
    assert int(values("TimeoutStopSec")[0]) > 10


@pytest.mark.parametrize(
    "line",
    [
        "User=inklings",
        "ProtectSystem=strict",
        "NoNewPrivileges=true",
        "CapabilityBoundingSet=",
        "StateDirectory=inklings",
    ],
)
def test_it_may_do_no_more_than_it_must(line):
    assert line in UNIT.splitlines()


def test_the_guide_names_the_folder_that_it_writes_into():
    assert "INSTANCE_PATH=/var/lib/inklings" in UNIT
    assert "INSTANCE_PATH=/var/lib/inklings" in GUIDE
