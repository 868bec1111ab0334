"""Addresses: where it is safe to send a reader next, and what is this machine."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

_CONTROL_OR_SPACE = re.compile(r"[\x00-\x20\x7f-\x9f\\]")


def is_local_path(target: str | None) -> bool:
    """Whether ``target`` surely stays on this site when a browser follows it.

    One leading slash, no second one, no backslash (browsers read it as a slash), no
    scheme, no host, no control characters or spaces (browsers drop some of them).
    See the URL standard, https://url.spec.whatwg.org/#relative-state.
    """
    if not target or not target.startswith("/") or target.startswith("//"):
        return False
    if _CONTROL_OR_SPACE.search(target):
        return False
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc


def is_web_address(text: str) -> bool:
    """Whether ``text`` is an absolute http or https address with a host."""
    if _CONTROL_OR_SPACE.search(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def host_of(address: str) -> str:
    """Return the host of a web address as people say it, without “www.”."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def is_loopback(host: str) -> bool:
    """Whether ``host``, a name or a number, is this machine and nothing else."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
