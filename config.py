"""Every setting of the site, read from the environment once and checked at start."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import Field, asdict, dataclass, fields
from difflib import get_close_matches
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from config_checks import faults, is_name
from config_flask import FORMS, cookies, engine_options

ROOT = Path(__file__).parent
ON, OFF = ("yes", "1", "true", "on"), ("no", "0", "false", "off")
NO_KEY = (
    "SECRET_KEY is not set. Start with bin/run, which makes one, or set "
    "what python3 -c 'import secrets; print(secrets.token_hex())' prints."
)


class ConfigError(Exception):
    """A setting is missing or wrong; each line of the message says what to set."""


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
    # For which names browsers come by https alone from now on: host, subdomains, or
    # preload, which is subdomains too and asks for a place in the lists of browsers.
    HSTS: str = "host"
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
    # Where backups of the site go. Empty: into INSTANCE_PATH/backups.
    BACKUP_FOLDER: str = ""
    # How many nightly backups are kept. 0: none is made.
    BACKUP_KEEP: int = 7
    # The hour of the nightly backup, in UTC.
    BACKUP_HOUR: int = 3
    # Whether nightly backups hold the pictures, where these lie in INSTANCE_PATH.
    BACKUP_MEDIA: bool = True
    # For how many seconds a worker may hold a mail before another one takes it.
    OUTBOX_LEASE: int = 300
    # A try-out on one's own machine: mail that is kept can be read at /dev/mail.
    DEVELOPMENT: bool = False
    # Whether the worker may ask other sites what the links lead to that people publish.
    LINK_PREVIEWS: bool = True
    # Networks of one's own that webhooks may reach, as in 10.0.0.0/8, separated by
    # commas. Empty: the open web alone.
    WEBHOOK_NETWORKS: str = ""
    # A font file for titles on cards, where our own font has not all of their letters.
    CARD_FONT: str = ""
    # How lines of the log look: "text" for people, "json" for programs.
    LOG_FORMAT: str = "text"
    # From how bad on something is written down: debug, info, warning or error.
    LOG_LEVEL: str = "warning"
    # Which requests are: off, slow (a second and more), all.
    ACCESS_LOG: str = "slow"
    # From how many milliseconds on a statement is written down as slow. 0: none is.
    SLOW_STATEMENT: int = 200
    # Who gets a letter when something breaks, once an hour for each. Empty: nobody.
    ERROR_MAIL_TO: str = ""
    # What Prometheus brings to read /metrics. Empty: nothing is counted.
    METRICS_TOKEN: str = ""
    # For how many seconds pages of visitors are kept if nothing changes. 0: not at all.
    PAGE_CACHE: int = 60
    # Whether browsers of visitors keep the posts they open, to read without a network.
    OFFLINE_READING: bool = True
    # Who may join: open, invitation, request or closed. Empty: what the admins chose.
    JOINING: str = ""
    # Whether people prove that they read what is sent to their address before others
    # read them. no: an address is theirs as they give it. Not for a public site.
    CONFIRM_ADDRESSES: bool = True
    # How many characters a password has at least, from 8 on.
    PASSWORD_SHORTEST: int = 10
    # Whether passwords are refused that are in lists of common ones, or easy to guess.
    PASSWORD_CHECK: bool = True
    # How many accounts one network may make, as in "5 per hour". off: any number.
    SIGN_UP_LIMIT: str = "5 per hour"
    # How many requests of the API one member may send. off: as many as they like.
    API_LIMIT: str = "1500 per 5 minutes"
    # How many of those that say not who sends them one network may send. off: no end.
    API_VISITOR_LIMIT: str = "300 per 5 minutes"
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
        read: dict[str, Callable[..., Any]] = {"int": _number, "bool": _is_on}
        return cls(
            **{
                setting.name: read.get(str(setting.type), _as_given)(setting, text)
                for setting in fields(cls)
                if (text := environ.get(setting.name))
            }
        )

    def __post_init__(self) -> None:
        settings = asdict(self) | {
            "SECRET_KEY": self.secret_key,
            "DATABASE_URL": self.database_url,
        }
        if wrong := [*([] if self.secret_key else [NO_KEY]), *faults(settings)]:
            raise ConfigError("\n".join(wrong))

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
        """The settings, and what Flask and its extensions call by other names."""
        return asdict(self) | {
            "SECRET_KEY": self.secret_key,
            "SECRET_KEY_FALLBACKS": _words(self.SECRET_KEY_FALLBACKS),
            "SITE_URL": self.SITE_URL.rstrip("/"),
            "WEBHOOK_NETWORKS": [*map(ip_network, _words(self.WEBHOOK_NETWORKS))],
            "TRUSTED_HOSTS": [host.lower() for host in self.hosts],
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "SQLALCHEMY_ENGINE_OPTIONS": engine_options(self.database_url),
            # If Redis is away, each process counts for itself until it is back.
            "RATELIMIT_STORAGE_URI": f"steady+{self.REDIS_URL or self._counters}",
            # What is kept is small and asked for by every page: in the process itself.
            "CACHE_TYPE": "SimpleCache",
            "MAIL_FROM": self.mail_from,
            # Whether anybody can read what the site writes to them.
            "CAN_SEND_MAIL": bool(self.MAIL_URL) or self.DEVELOPMENT,
            "MEDIA_QUOTA": self.MEDIA_QUOTA * 1_000_000,
            "BABEL_DEFAULT_LOCALE": self.SITE_LANGUAGE,
            **cookies(self.is_https),
            **FORMS,
        }

    @property
    def _counters(self) -> str:
        return f"sqlite3://{self.instance}"


def place(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the site keeps its files, also where its settings are not right."""
    return Path(environ.get("INSTANCE_PATH") or Config.INSTANCE_PATH).resolve()


def strangers(environ: Mapping[str, str] = os.environ) -> list[tuple[str, str]]:
    """What in ``environ`` looks like a misspelt setting, and which one is meant."""
    names = [setting.name for setting in fields(Config)]
    others = {name: get_close_matches(name.upper(), names, 1, 0.85) for name in environ}
    return [
        (name, meant[0])
        for name, meant in others.items()
        if meant and name not in names
    ]


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _as_given(_setting: Field[Any], text: str) -> str:
    return text


def _number(setting: Field[Any], text: str) -> int:
    if not text.isdecimal():
        raise ConfigError(f"{setting.name} must be a number such as {setting.default}.")
    return int(text)


def _is_on(setting: Field[Any], text: str) -> bool:
    if text.lower() not in {*ON, *OFF}:
        raise ConfigError(f"{setting.name} must be yes or no.")
    return text.lower() in ON
