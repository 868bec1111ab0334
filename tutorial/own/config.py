"""Every setting of the site, read from the environment once and checked at start."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit  #: 21

ROOT = Path(__file__).parent


class ConfigError(Exception):
    """A setting is missing or wrong; the message says what to set."""


@dataclass(frozen=True, kw_only=True)
class Config:
    # Signs cookies and tokens. Empty: a key of this machine's own, in INSTANCE_PATH.
    SECRET_KEY: str = ""
    # Where the embedded database and the key live.
    INSTANCE_PATH: str = str(ROOT / "instance")
    # postgresql://user:password@host/name. Empty: SQLite in INSTANCE_PATH.
    DATABASE_URL: str = ""
    # The address people type. Links that leave the site begin with it.
    SITE_URL: str = "http://127.0.0.1:5000"
    #: 21
    # Other names that the site answers to, with spaces between.
    TRUSTED_HOSTS: str = ""
    #:
    #: 23
    # How many proxies of ours stand before the site; each says whom it speaks for.
    TRUSTED_PROXIES: str = "0"
    # json: a line for programs per request; text: what Flask says by itself.
    LOG_FORMAT: str = "text"
    #:
    #: 11
    # smtp://user:password@host:587, or smtps://. Empty: mail is kept in INSTANCE_PATH.
    MAIL_URL: str = ""
    # Whose address stands in letters as the sender's.
    MAIL_FROM: str = "inklings@localhost"
    #:

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] = os.environ) -> Config:
        """Read the settings from ``environ``.

        :raises ConfigError: when a value cannot be used.
        """
        known = [field.name for field in fields(cls)]
        return cls(**{name: environ[name] for name in known if name in environ})

    def __post_init__(self) -> None:
        if self.SECRET_KEY and len(self.SECRET_KEY) < 32:
            raise ConfigError("SECRET_KEY is too easy to guess: give it 32 characters.")
        if not self.SITE_URL.startswith(("http://", "https://")):
            raise ConfigError("SITE_URL must look like https://example.org.")
#: 23
        if not self.TRUSTED_PROXIES.isdecimal():
            raise ConfigError("TRUSTED_PROXIES must be a number, as in 1.")
        if self.LOG_FORMAT not in ("text", "json"):
            raise ConfigError("LOG_FORMAT must be text or json.")
#:

    @property
    def instance(self) -> Path:
        return Path(self.INSTANCE_PATH).resolve()

    @property
    def secret_key(self) -> str:
        """The key that is set, or one that is made once and kept on this machine."""
        kept = self.instance / "secret_key"
        if not self.SECRET_KEY and not kept.exists():
            self.instance.mkdir(parents=True, exist_ok=True)
            kept.write_text(token_hex())
        return self.SECRET_KEY or kept.read_text()

#: 23
    @property
    def database_url(self) -> str:
        """Where the rows are, with the name of the driver that speaks to it."""
        url = self.DATABASE_URL or f"sqlite:///{self.instance / 'inklings.sqlite'}"
        _, _, rest = url.partition("://")
        return f"postgresql+psycopg://{rest}" if url.startswith("postgres") else url

#:
#: 21
    @property
    def hosts(self) -> list[str]:
        """The names that this site answers to."""
        own = str(urlsplit(self.SITE_URL).hostname)
        return [own, "localhost", "127.0.0.1", *self.TRUSTED_HOSTS.split()]

#:
    def as_flask(self) -> dict[str, object]:
        """The same settings under the names that Flask and its extensions read."""
        database = self.DATABASE_URL or f"sqlite:///{self.instance / 'inklings.sqlite'}"  #: 6-22
        is_https = self.SITE_URL.startswith("https:")  #: 21
        return {
            "SECRET_KEY": self.secret_key,
            "SECRET_KEY_FALLBACKS": [],  #: 19
            "SITE_URL": self.SITE_URL.rstrip("/"),
            "MAIL_URL": self.MAIL_URL,  #: 11
            "MAIL_FROM": self.MAIL_FROM,  #: 11
            "SQLALCHEMY_DATABASE_URI": database,  #: 6-22
#: 23
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            # A connection that the database has closed meanwhile is replaced unseen.
            "SQLALCHEMY_ENGINE_OPTIONS": {"pool_pre_ping": True},
            "TRUSTED_PROXIES": int(self.TRUSTED_PROXIES),
            "LOG_FORMAT": self.LOG_FORMAT,
#:
            # A page may stay open for days: no word is lost to a timer.
            "WTF_CSRF_TIME_LIMIT": None,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_COOKIE_SECURE": self.SITE_URL.startswith("https:"),  #: 6-20
#: 21
            "SESSION_COOKIE_SECURE": is_https,
            # Over https bound to this very host: no neighbour can plant one.
            "SESSION_COOKIE_NAME": "__Host-session" if is_https else "session",
            "TRUSTED_HOSTS": self.hosts,
            # Each process counts for itself.
            "RATELIMIT_STORAGE_URI": "memory://",
#:
#: 8
            # To be kept signed in lasts 31 days; no mere reading moves its end.
            "SESSION_REFRESH_EACH_REQUEST": False,
#:
            "MAX_FORM_MEMORY_SIZE": 3 * 1024 * 1024,
            "MAX_CONTENT_LENGTH": 3 * 1024 * 1024,  #: 15
        }
