"""What addresses may look like in the settings: see ``config.py``, which asks.

Beside it, since settings are read before there is an application to import.
"""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit


def is_post_office(url: str) -> bool:
    try:
        office = urlsplit(url)
        return office.scheme in {"smtp", "smtps"} and bool(
            office.hostname and office.port != 0
        )
    except ValueError:
        return False


def is_bucket(url: str) -> bool:
    try:
        place = urlsplit(url)
        is_somewhere = place.scheme == "s3" and place.hostname and place.port != 0
        has_key = place.username and place.password
        return bool(is_somewhere and has_key and re.fullmatch("/[^/]+/?", place.path))
    except ValueError:
        return False


def is_mail_address(text: str) -> bool:
    return bool(re.fullmatch(r"[^\s@<>,;:]+@[^\s@<>,;:]+", text))


def is_contact(text: str) -> bool:
    """An address of mail, or an https address in one line."""
    is_page = text.startswith("https://") and is_site(text)
    return (is_page and not re.search(r"\s", text)) or is_mail_address(text)


def is_name(host: str) -> bool:
    """Whether ``host`` is a name, not a number."""
    return not re.fullmatch(r"[\d.]+|.*:.*", host)


def is_site(url: str) -> bool:
    try:
        site = urlsplit(url)
        return site.scheme in {"http", "https"} and bool(site.hostname)
    except ValueError:
        return False


def is_issuer(url: str) -> bool:
    """An https address without query or fragment (OpenID Connect Discovery 1.0, 3)."""
    if not is_site(url) or len(url) > 255 or {"?", "#"} & set(url):
        return False
    site = urlsplit(url)
    return site.scheme == "https" or _is_loopback(site.hostname or "")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
