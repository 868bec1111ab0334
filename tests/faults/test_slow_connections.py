from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.support.slow import KINDS, Crowd

# More than the site has threads, by far; bench/faults opens thousands.
MANY = 240


@pytest.fixture(scope="module")
def port(serve):
    with serve("slow") as address:
        yield urlsplit(address).port


def is_served(port):
    """Whether somebody is who comes now."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/setup/")
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status < 400


@pytest.mark.parametrize("kind", [*KINDS, ""])
def test_slow_connections_keep_nobody_waiting(port, kind):
    kinds = (kind,) if kind else tuple(KINDS)

    with Crowd(port, MANY, kinds):
        assert all(is_served(port) for _ in range(5))
