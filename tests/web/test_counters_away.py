"""Whether the counters of limits are back is found out with nothing in hand."""

import pytest
from flask import g

from app.lib.steady_counters import SteadyCounters


@pytest.fixture
def looks(monkeypatch):
    """Of each time that somebody looked, whether they knew already who asks."""
    found = []

    def look(_counters):
        found.append("_login_user" in g)

    monkeypatch.setattr(SteadyCounters, "look_again", look)
    return found


def test_it_is_found_out_before_a_request_reads_the_database(client, looks):
    client.get("/sign-in")

    assert looks == [False]
