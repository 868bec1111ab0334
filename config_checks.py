"""What settings must look like: see ``config.py``, which asks.

Beside it, since settings are read before there is an application to import.
"""

import re
from collections.abc import Callable, Iterator
from ipaddress import ip_address, ip_network
from typing import Any
from urllib.parse import urlsplit

from limits import parse

KNOWN_KEYS = {"dev", "secret", "changeme", "change-me", "secret-key", "development"}
LANGUAGES = ("en", "de", "ar")
HSTS = ("host", "subdomains", "preload")
JOINING = ("open", "invitation", "request", "closed")
LEVELS = ("debug", "info", "warning", "error")


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


def are_networks(text: str) -> bool:
    """Whether ``text`` names networks, each by its first number and its size."""
    try:
        return all(ip_network(word.strip()) for word in text.split(",") if word.strip())
    except ValueError:
        return False


def is_database(url: str) -> bool:
    try:
        place = urlsplit(url)
        return url.startswith(("sqlite:", "postgresql")) and place.port != 0
    except ValueError:
        return False


def is_limit(text: str) -> bool:
    """One amount in one span of time, or no limit at all."""
    if text == "off":
        return True
    try:
        return not re.search("[,;|]", text) and parse(text).amount > 0
    except ValueError:
        return False


_LIMIT = "must look like 5 per hour or 300 per 5 minutes, or be off."
#: Which setting must pass what, where it is not empty; and what to say if it does not.
RULES: tuple[tuple[str, Callable[[Any], bool], str], ...] = (
    (
        "SECRET_KEY",
        lambda key: len(key) >= 32 and key.lower() not in KNOWN_KEYS,
        "is too easy to guess: give it 32 characters.",
    ),
    (
        "SITE_LANGUAGE",
        LANGUAGES.__contains__,
        f"must be one of {', '.join(LANGUAGES)}.",
    ),
    ("HSTS", HSTS.__contains__, f"must be one of {', '.join(HSTS)}."),
    ("SITE_URL", is_site, "must look like https://example.org."),
    ("DATABASE_URL", is_database, "must begin with postgresql:// or sqlite://."),
    ("MAIL_URL", is_post_office, "must look like smtp://user:password@host:587."),
    ("MAIL_FROM", is_mail_address, "must be an address such as ink@example.org."),
    ("ERROR_MAIL_TO", is_mail_address, "must be an address such as you@example.org."),
    (
        "SECURITY_CONTACT",
        is_contact,
        "must be an address such as you@example.org or https://…",
    ),
    ("MEDIA_URL", is_bucket, "must look like s3://key:secret@host/bucket."),
    (
        "WEBHOOK_NETWORKS",
        are_networks,
        "must look like 10.0.0.0/8, 192.168.1.0/24.",
    ),
    ("BACKUP_HOUR", range(24).__contains__, "must be an hour from 0 to 23."),
    ("LOG_FORMAT", ("text", "json").__contains__, "must be text or json."),
    ("LOG_LEVEL", LEVELS.__contains__, f"must be one of {', '.join(LEVELS)}."),
    ("ACCESS_LOG", ("off", "slow", "all").__contains__, "must be off, slow or all."),
    (
        "METRICS_TOKEN",
        lambda token: bool(re.fullmatch(r"[\x21-\x7e]{16,}", token)),
        "must have 16 characters or more, and no spaces.",
    ),
    ("JOINING", JOINING.__contains__, f"must be one of {', '.join(JOINING)}."),
    (
        "PASSWORD_SHORTEST",
        range(8, 65).__contains__,
        "must be a number from 8 to 64.",
    ),
    ("SIGN_UP_LIMIT", is_limit, _LIMIT),
    ("API_LIMIT", is_limit, _LIMIT),
    ("API_VISITOR_LIMIT", is_limit, _LIMIT),
    ("OUTBOX_LEASE", bool, "must be a number such as 300."),
    (
        "INSTANCE_PATH",
        lambda path: "?" not in path,
        "must not contain a question mark.",
    ),
    (
        "OIDC_ISSUER",
        is_issuer,
        "must look like https://id.example.org, as the provider spells it. "
        "Plain http is for a provider on this machine.",
    ),
)
#: What belongs together: all of a line is set, or none.
GROUPS = (
    ("OIDC_NAME", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"),
    ("GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"),
)


def faults(settings: dict[str, Any]) -> Iterator[str]:
    """Say what is wrong with ``settings``, and what to set instead."""
    for name, is_right, advice in RULES:
        if settings[name] != "" and not is_right(settings[name]):
            yield f"{name} {advice}"
    for group in GROUPS:
        if len({bool(settings[name]) for name in group}) > 1:
            yield f"{' and '.join(group)}: set all of them, or none."
