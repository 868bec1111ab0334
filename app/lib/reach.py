"""Which machines the site may be led to, by the numbers that are connected to."""

from collections.abc import Callable, Iterable
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

Network = IPv4Network | IPv6Network
#: Whether a number may be connected to, at this port.
Rule = Callable[[str, int], bool]
PORTS = frozenset({80, 443})
# All that is given out of IPv6: what lies elsewhere is near, or hides a number of IPv4.
_GIVEN_OUT = IPv6Network("2000::/3")
# Python takes them for public: 6to4 hides numbers too, and some clouds tell secrets in
# what is kept for the services of a network.
_NEAR = (IPv6Network("2002::/16"), IPv4Network("192.0.0.0/24"))


def is_public(number: str, port: int) -> bool:
    """Whether ``number`` is the address of a machine on the open web, at a web port."""
    address = _address(number)
    if isinstance(address, IPv6Address) and address not in _GIVEN_OUT:
        return False
    if any(address in network for network in _NEAR):
        return False
    return address.is_global and not address.is_multicast and port in PORTS


def also_in(networks: Iterable[Network]) -> Rule:
    """The rule that lets pass what is public, and every port in these ``networks``."""
    known = tuple(networks)

    def may_reach(number: str, port: int) -> bool:
        address = _address(number)
        return is_public(number, port) or any(address in network for network in known)

    return may_reach


def _address(number: str) -> IPv4Address | IPv6Address:
    """The address that is meant: one of IPv4 may be written as one of IPv6."""
    address = ip_address(number.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
