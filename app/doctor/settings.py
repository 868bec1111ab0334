"""The settings: whether they can be used, fit together, and are spelled right."""

import stat
from pathlib import Path
from urllib.parse import urlsplit

from flask import current_app

from app.lib.addresses import is_loopback
from app.web.checkup import checkup, note, ok, wrong
from config import strangers

#: A key of fewer different characters was typed, not drawn.
FEWEST_CHARACTERS = 10


@checkup("Settings", needs_site=False)
def settings():
    refused = current_app.config.get("REFUSED", "")
    for fault in filter(None, refused.splitlines()):
        yield wrong(fault)
    if not refused:
        yield ok("all of them can be used.")


@checkup("Spelling", needs_site=False)
def spelling():
    """What is spelled wrongly is not read, and nothing else says so."""
    for name, meant in strangers():
        yield wrong(f"{name} is no setting. Did you mean {meant}?")
    if not strangers():
        yield ok("nothing in the environment looks like a misspelt setting.")


@checkup("Key", needs_site=False)
def key():
    kept = Path(current_app.instance_path) / "secret_key"
    used = current_app.config["SECRET_KEY"] or ""
    if kept.exists() and _is_open(kept):
        yield wrong(f"others on this machine can read {kept}. Run chmod 600 {kept}")
    if not used:
        return
    if len(set(used)) < FEWEST_CHARACTERS:
        yield wrong("SECRET_KEY repeats itself. Let secrets.token_hex() make one.")
    elif kept.exists() and used != kept.read_text().strip():
        yield note(f"SECRET_KEY is set; the one in {kept} is not used.")
    else:
        yield ok("long enough.")


@checkup("Address")
def address():
    config = current_app.config
    site, proxies = urlsplit(config["SITE_URL"]), config["TRUSTED_PROXIES"]
    is_own = is_loopback(site.hostname or "")
    if config["DEVELOPMENT"] and not is_own:
        yield wrong("DEVELOPMENT is for one’s own machine. Leave it out.")
    if site.scheme == "https" and not proxies:
        yield wrong(
            "SITE_URL is https, so a proxy stands in front, but TRUSTED_PROXIES is 0: "
            "all visitors share its limits. Set TRUSTED_PROXIES=1."
        )
    elif site.scheme == "http" and not is_own:
        yield note("SITE_URL is http: whoever is between reads passwords. Use https.")
    elif is_own and not config["DEVELOPMENT"]:
        yield note(f"links in letters lead to {config['SITE_URL']}. Set SITE_URL.")
    else:
        yield ok(f"{config['SITE_URL']}, behind {proxies} proxies.")


def _is_open(file: Path):
    return bool(stat.S_IMODE(file.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO))
