from ipaddress import ip_network

import pytest

from app.lib.reach import also_in

MINE = also_in([ip_network("10.1.0.0/16"), ip_network("fd00::/8")])


@pytest.mark.parametrize("number", ["10.1.2.3", "::ffff:10.1.2.3", "fd00::1"])
def test_a_network_that_is_named_is_reached_at_any_port(number):
    assert MINE(number, 8080)


@pytest.mark.parametrize("number", ["10.2.0.1", "127.0.0.1", "::1", "169.254.169.254"])
def test_others_are_not(number):
    assert not MINE(number, 80)


@pytest.mark.parametrize(("port", "is_open"), [(443, True), (8080, False)])
def test_the_open_web_is_reached_as_ever(port, is_open):
    assert MINE("93.184.215.14", port) is is_open
