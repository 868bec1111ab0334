"""Where a visitor is, as far as limits and records need to know."""

from ipaddress import IPv4Address, ip_address, ip_network

from flask import request


def network() -> str:
    """Where the visitor is: the address, or for IPv6 the /64 that one line has."""
    address = ip_address(request.remote_addr or "0.0.0.0")  # noqa: S104
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network((address, 64), strict=False))
