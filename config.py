"""Every setting of the site, read from the environment once and checked at start."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from config_urls import (
    is_bucket,
    is_contact,
    is_issuer,
    is_mail_address,
    is_name,
    is_post_office,
    is_site,
)

ROOT = Path(__file__).parent
KNOWN_KEYS = {"dev", "secret", "changeme", "change-me", "secret-key", "development"}
LANGUAGES = ("en", "de", "ar")
# Whom people may sign in with: what belongs together.
PROVIDERS = (
    ("OIDC_NAME", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"),
    ("GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"),
)
SWITCHES = ("DEVELOPMENT", "LINK_PREVIEWS", "OFFLINE_READING")
#: What the application reads as it was given.
AS_GIVEN = "CARD_FONT MAIL_URL MEDIA_URL OUTBOX_LEASE PAGE_CACHE REDIS_URL"
MIB = 1024 * 1024


class ConfigError(Exception):
    """A setting is missing or wrong; the message says what to set."""


@dataclass(frozen=True, kw_only=True)
class Config:
    # Signs cookies and tokens. Empty: the key that bin/run keeps in INSTANCE_PATH.
    SECRET_KEY: str = ""
    # Older keys that are still believed, separated by commas: for changing the key.
    SECRET_KEY_FALLBACKS: str = ""
    # Where the embedded database, the key and the counters of limits live.
    INSTANCE_PATH: str = str(ROOT / "instance")
    # postgresql://user:password@host/name. Empty: SQLite in INSTANCE_PATH.
    DATABASE_URL: str = ""
    # redis://host:6379/0 counts limits for several hosts. Empty: a file does for one.
    REDIS_URL: str = ""
    # The address people type. With https, cookies are sent over https only.
    SITE_URL: str = "http://127.0.0.1:8000"
    # Further host names that the site answers to, separated by commas.
    TRUSTED_HOSTS: str = ""
    # How many proxies in front may say who the visitor is (X-Forwarded-For).
    TRUSTED_PROXIES: int = 0
    # Where mail goes: smtp://user:password@host:587 or smtps://host:465. Empty: it is
    # kept as files in INSTANCE_PATH/mail.
    MAIL_URL: str = ""
    # The address that mail comes from. Empty: inklings@ the host of SITE_URL.
    MAIL_FROM: str = ""
    # Whom one tells of a hole in the site: an address of mail, or of a page (https).
    # Empty: nobody is named.
    SECURITY_CONTACT: str = ""
    # Where pictures go: s3://key:secret@host/bucket?region=eu-1, with &tls=0 for plain
    # http. Empty: into INSTANCE_PATH/media.
    MEDIA_URL: str = ""
    # How many megabytes the pictures of one member may take.
    MEDIA_QUOTA: int = 500
    # For how many seconds a worker may hold a mail before another one takes it.
    OUTBOX_LEASE: int = 300
    # A try-out on one's own machine: mail that is kept can be read at /dev/mail.
    DEVELOPMENT: bool = False
    # Whether the worker may ask other sites what the links lead to that people publish.
    LINK_PREVIEWS: bool = True
    # A font file for titles on cards, where our own font has not all of their letters.
    CARD_FONT: str = ""
    # For how many seconds pages of visitors are kept if nothing changes. 0: not at all.
    PAGE_CACHE: int = 60
    # Whether browsers of visitors keep the posts they open, to read without a network.
    OFFLINE_READING: bool = True
    # The language of visitors who ask for none that we speak.
    SITE_LANGUAGE: str = "en"
    # What the button says that signs in with an OpenID provider, such as Keycloak.
    OIDC_NAME: str = ""
    # The provider's address, spelled exactly as its discovery document spells it.
    OIDC_ISSUER: str = ""
    # What the provider calls this site, as registered there.
    OIDC_CLIENT_ID: str = ""
    # The secret that the provider gave for it.
    OIDC_CLIENT_SECRET: str = ""
    # What GitHub calls this site, as registered there as an OAuth app.
    GITHUB_CLIENT_ID: str = ""
    # The secret that GitHub gave for it.
    GITHUB_CLIENT_SECRET: str = ""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] = os.environ) -> Config:
        """Read the settings from ``environ``.

        :raises ConfigError: when a value cannot be used.
        """
        given = {f.name: environ[f.name] for f in fields(cls) if environ.get(f.name)}
        return cls(
            TRUSTED_PROXIES=_number(given, "TRUSTED_PROXIES", "such as 0 or 1"),
            MEDIA_QUOTA=_number(given, "MEDIA_QUOTA", "of megabytes such as 500"),
            OUTBOX_LEASE=_number(given, "OUTBOX_LEASE", "of seconds such as 300"),
            PAGE_CACHE=_number(given, "PAGE_CACHE", "of seconds such as 60"),
            DEVELOPMENT=_is_on(given, "DEVELOPMENT"),
            LINK_PREVIEWS=_is_on(given, "LINK_PREVIEWS"),
            OFFLINE_READING=_is_on(given, "OFFLINE_READING"),
            **given,
        )

    def __post_init__(self) -> None:
        key = self.secret_key
        if not key:
            raise ConfigError(
                "SECRET_KEY is not set. Start with bin/run, which makes one, or set "
                "what python3 -c 'import secrets; print(secrets.token_hex())' prints."
            )
        if len(key) < 32 or key.lower() in KNOWN_KEYS:
            raise ConfigError("SECRET_KEY is too easy to guess: give it 32 characters.")
        if self.SITE_LANGUAGE not in LANGUAGES:
            raise ConfigError(f"SITE_LANGUAGE must be one of {', '.join(LANGUAGES)}.")
        if not is_site(self.SITE_URL):
            raise ConfigError("SITE_URL must look like https://example.org.")
        if not self.database_url.startswith(("sqlite:", "postgresql")):
            raise ConfigError(
                "DATABASE_URL must begin with postgresql:// or sqlite://."
            )
        if self.MAIL_URL and not is_post_office(self.MAIL_URL):
            raise ConfigError("MAIL_URL must look like smtp://user:password@host:587.")
        if not is_mail_address(self.mail_from):
            raise ConfigError("MAIL_FROM must be an address such as ink@example.org.")
        if self.SECURITY_CONTACT and not is_contact(self.SECURITY_CONTACT):
            raise ConfigError(
                "SECURITY_CONTACT must be an address such as you@example.org or https://…"
            )
        if self.MEDIA_URL and not is_bucket(self.MEDIA_URL):
            raise ConfigError("MEDIA_URL must look like s3://key:secret@host/bucket.")
        if self.OUTBOX_LEASE < 1:
            raise ConfigError("OUTBOX_LEASE must be a number of seconds such as 300.")
        if "?" in self.INSTANCE_PATH:
            raise ConfigError("INSTANCE_PATH must not contain a question mark.")
        for group in PROVIDERS:
            if len({bool(getattr(self, name)) for name in group}) > 1:
                raise ConfigError(f"{' and '.join(group)}: set all of them, or none.")
        if self.OIDC_ISSUER and not is_issuer(self.OIDC_ISSUER):
            raise ConfigError(
                "OIDC_ISSUER must look like https://id.example.org, as the provider "
                "spells it. Plain http is for a provider on this machine."
            )

    @property
    def instance(self) -> Path:
        return Path(self.INSTANCE_PATH).resolve()

    @property
    def secret_key(self) -> str:
        kept = self.instance / "secret_key"
        return self.SECRET_KEY or (kept.read_text().strip() if kept.exists() else "")

    @property
    def is_https(self) -> bool:
        return urlsplit(self.SITE_URL).scheme == "https"

    @property
    def database_url(self) -> str:
        url = self.DATABASE_URL or f"sqlite:///{self.instance / 'inklings.sqlite'}"
        _, _, rest = url.partition("://")
        return f"postgresql+psycopg://{rest}" if url.startswith("postgres") else url

    @property
    def hosts(self) -> list[str]:
        site = urlsplit(self.SITE_URL).hostname or ""
        name = f"[{site}]" if ":" in site else site
        return [name, "localhost", "127.0.0.1", "[::1]", *_words(self.TRUSTED_HOSTS)]

    @property
    def mail_from(self) -> str:
        host = urlsplit(self.SITE_URL).hostname or ""
        # The loopback address is no domain; mail from it goes nowhere else anyway.
        return self.MAIL_FROM or f"inklings@{host if is_name(host) else 'localhost'}"

    def as_flask(self) -> dict[str, object]:
        """The same settings under the names that Flask and its extensions read."""
        return {
            "SECRET_KEY": self.secret_key,
            "SECRET_KEY_FALLBACKS": _words(self.SECRET_KEY_FALLBACKS),
            "SITE_URL": self.SITE_URL.rstrip("/"),
            "TRUSTED_HOSTS": self.hosts,
            "TRUSTED_PROXIES": self.TRUSTED_PROXIES,
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "SQLALCHEMY_ENGINE_OPTIONS": self._engine_options(),
            "RATELIMIT_STORAGE_URI": self.REDIS_URL or f"sqlite3://{self.instance}",
            # If Redis is away, each process counts for itself until it is back.
            "RATELIMIT_IN_MEMORY_FALLBACK_ENABLED": True,
            # What is kept is small and asked for by every page: in the process itself.
            "CACHE_TYPE": "SimpleCache",
            "MAIL_FROM": self.mail_from,
            "SECURITY_CONTACT": self.SECURITY_CONTACT,
            # Whether anybody can read what the site writes to them.
            "CAN_SEND_MAIL": bool(self.MAIL_URL) or self.DEVELOPMENT,
            "MEDIA_QUOTA": self.MEDIA_QUOTA * 1_000_000,
            **{name: getattr(self, name) for name in (*SWITCHES, *AS_GIVEN.split())},
            "BABEL_DEFAULT_LOCALE": self.SITE_LANGUAGE,
            **{name: getattr(self, name) for group in PROVIDERS for name in group},
            # A page may stay open as long as its session: no word is lost to a timer.
            "WTF_CSRF_TIME_LIMIT": None,
            # Some browsers send no Referer; token, SameSite and __Host- suffice.
            "WTF_CSRF_SSL_STRICT": False,
            "SESSION_COOKIE_NAME": self.cookie_name("page"),
            "SESSION_COOKIE_SECURE": self.is_https,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "LOGIN_COOKIE": self.cookie_name("login"),
            "DEVICE_COOKIE": self.cookie_name("device"),
            # The longest text in the widest script, percent-encoded, and some more.
            "MAX_CONTENT_LENGTH": 3 * MIB,
            "MAX_FORM_MEMORY_SIZE": 3 * MIB,
            "MAX_FORM_PARTS": 100,
        }

    def cookie_name(self, name: str) -> str:
        """``name`` with the prefix that binds the cookie to this host (RFC 6265bis)."""
        return f"__Host-{name}" if self.is_https else name

    def _engine_options(self) -> dict[str, object]:
        if self.database_url.startswith("sqlite"):
            return {"connect_args": {"timeout": 10}}
        return {"pool_size": 4, "max_overflow": 4, "pool_pre_ping": True}


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _number(given: dict[str, str], name: str, such_as: str) -> int:
    """Take the number called ``name`` out of ``given``, else its default."""
    text = given.pop(name, str(getattr(Config, name)))
    if not text.isdecimal():
        raise ConfigError(f"{name} must be a number {such_as}.")
    return int(text)


def _is_on(given: dict[str, str], name: str) -> bool:
    """Take the switch called ``name`` out of ``given``, else its default."""
    text = given.pop(name, str(getattr(Config, name)))
    return text.lower() in {"1", "true", "yes"}
