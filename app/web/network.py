"""Where a visitor is, as far as limits and records need to know."""

from ipaddress import IPv4Address, ip_address, ip_network
from urllib.parse import urlsplit

from flask import request

from app.lib.addresses import is_loopback

# A proxy on this machine is not the visitor.
_FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip")


def network() -> str:
    """Where the visitor is: the address, or for IPv6 the /64 that one line has."""
    address = ip_address(request.remote_addr or "0.0.0.0")  # noqa: S104
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network((address, 64), strict=False))


def is_this_machine() -> bool:
    """Whether the visitor sits here: no proxy between, and asking by a local name.

    The name counts too: one out in the world can be made to point to 127.0.0.1.
    """
    asked = urlsplit(f"//{request.host}").hostname or ""
    is_direct = not any(name in request.headers for name in _FORWARDED)
    return is_direct and is_loopback(asked) and is_loopback(request.remote_addr or "")
