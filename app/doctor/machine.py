"""The machine: Python, packages, what a process may have."""

import resource
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from flask import current_app

from app.lib.card_text import OWN_FONT
from app.web.checkup import checkup, note, ok, wrong
from config import ROOT

OLDEST = (3, 11)
FEWEST_FILES = 1_024
#: Bytes: a worker of the site takes about half of it.
LEAST_MEMORY = 256_000_000
MEMORY = Path("/proc/meminfo")


@checkup("Python", needs_site=False)
def python():
    running = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST:
        yield wrong(f"{running} is too old. Install 3.11 or newer, then bin/setup.")
    else:
        yield ok(f"{running}.")


@checkup("Packages", needs_site=False)
def packages():
    """Each as requirements.txt pins it: what is tested together runs together."""
    others = [
        f"{name} is {there or 'missing'}, not {wanted}"
        for name, wanted in _pinned(ROOT / "requirements.txt")
        if (there := _installed(name)) != wanted
    ]
    if others:
        yield wrong(f"{'; '.join(others)}. Run bin/setup, or build the image again.")
    else:
        yield ok("as requirements.txt has them.")


@checkup("Translations", needs_site=False)
def translations():
    folder = ROOT / "app/translations"
    written = list(folder.glob("*/LC_MESSAGES/messages.po"))
    missing = [po.parts[-3] for po in written if not po.with_suffix(".mo").exists()]
    if missing:
        yield wrong(f"{', '.join(sorted(missing))} not compiled. Run bin/setup.")
    else:
        yield ok(f"{', '.join(sorted(po.parts[-3] for po in written))}, and English.")


@checkup("Fonts")
def fonts():
    name = current_app.config["CARD_FONT"]
    if not OWN_FONT.is_file():
        yield wrong(f"{OWN_FONT} is missing: cards have no titles. Install it again.")
    elif name and not current_app.extensions["card_fonts"]:
        yield wrong(f"CARD_FONT={name} is no font that can be read. Name a TTF or OTF.")
    else:
        yield ok(f"our own{f', and {name}' if name else ''}.")


@checkup("Open files", needs_site=False)
def open_files():
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most != resource.RLIM_INFINITY and most < FEWEST_FILES:
        yield note(f"a process may open {most}. Allow {FEWEST_FILES}: ulimit -n.")
    else:
        yield ok("as many as are needed.")


@checkup("Memory", needs_site=False)
def memory():
    if not MEMORY.exists():
        yield ok("this system does not say.")
        return
    lines = (line.split() for line in MEMORY.read_text().splitlines())
    free = {name: int(count) * 1024 for name, count, *_ in lines}["MemAvailable:"]
    words = f"{free / 1e6:.0f} MB are free"
    if free < LEAST_MEMORY:
        yield note(f"{words}. Have fewer gunicorn workers, or more memory.")
    else:
        yield ok(f"{words}.")


def _pinned(file):
    for line in file.read_text().splitlines():
        name, equals, wanted = line.partition("#")[0].strip().partition("==")
        if equals:
            yield name.partition("[")[0], wanted.partition(";")[0].strip()


def _installed(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
