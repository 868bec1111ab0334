"""``python -m bench.where home --user reader``: where the time of a page goes.

The page is asked for again and again in this process, without a server. Every
millisecond on the processor somebody looks where the program is. Each look counts for
the innermost part of the site, or of what it stands on, that is at work. Shares can be
compared on a busy machine, where milliseconds cannot.
"""

import argparse
import re
import signal
import time
from collections import Counter
from collections.abc import Iterator
from types import FrameType

from flask import Flask
from flask.testing import FlaskClient

from app.extensions import db, limiter
from app.models import LoginSession, User
from bench.pages import Places
from bench.site import filled_app

#: How long is looked, in seconds on the processor, and how often.
LONG, OFTEN = 5.0, 0.001
#: What is at work, by the file of the innermost frame that one of these knows.
LAYERS = {
    "the database and its driver": r"psycopg|engine/default\.py|sqlite_counters",
    "statements: found compiled": r"sqlalchemy/sql|engine/base\.py|orm/context",
    "statements: rows made objects": r"sqlalchemy/orm|engine/(result|row|cursor|_)",
    "statements: connections": r"sqlalchemy/(pool|event|util)|flask_sqlalchemy",
    "the reader and their session": r"flask_login|itsdangerous|sessions\.py|flask_wtf",
    "addresses (url_for, routing)": r"werkzeug/routing|app/web/urls\.py",
    "languages, dates, numbers": r"babel|gettext|web/(locale|filters|clock)\.py",
    "kept fragments": r"web/(fragments|entries)\.py|lib/lru\.py",
    "templates": r"app/templates|jinja2|markupsafe",
    "views and what they ask": r"/app/(?!web)",
    "before and after each request": r"/app/web|flask|werkzeug",
}
_KNOWN = {layer: re.compile(files) for layer, files in LAYERS.items()}


def main() -> None:
    """Fill a site, ask for one page, and print a table of shares."""
    asked = _arguments()
    with filled_app(asked.size, asked.database) as site:
        limiter.enabled = False
        client = _client(site.app, asked.user)
        path = _path(asked.page, site.places)
        looks, each = looked(client, path)
    print(f"{path}: {1000 * each:.1f} ms\n\n| where | share | ms |\n|---|--:|--:|")
    for layer, share in looks:
        print(f"| {layer} | {share:.0%} | {1000 * share * each:.2f} |")


def looked(client: FlaskClient, path: str) -> tuple[list[tuple[str, float]], float]:
    """The share of each layer, the largest first; and the seconds of a request."""
    for _ in range(20):
        client.get(path)
    seen: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _number, frame: seen.update([_layer(frame)]))
    signal.setitimer(signal.ITIMER_PROF, OFTEN, OFTEN)
    began, asked = time.process_time(), 0
    while time.process_time() - began < LONG:
        client.get(path)
        asked += 1
    signal.setitimer(signal.ITIMER_PROF, 0)
    each = (time.process_time() - began) / asked
    return [(name, n / seen.total()) for name, n in seen.most_common()], each


def _layer(frame: FrameType | None) -> str:
    for file in _files(frame):
        for layer, known in _KNOWN.items():
            if known.search(file):
                return layer
    return "asking"


def _files(frame: FrameType | None) -> Iterator[str]:
    """From the innermost frame outwards, those that are no part of Python."""
    while frame is not None:
        yield frame.f_code.co_filename
        frame = frame.f_back


def _client(app: Flask, user: str) -> FlaskClient:
    """Somebody who asks: signed in, or a visitor with a cookie, drawn each time."""
    client = app.test_client()
    client.set_cookie("somebody", "else")
    if user:
        with app.app_context():
            reader = db.session.scalars(User.known_as(user)).one()
            token = LoginSession.begin(reader, "bench", keep=True)
            db.session.commit()
        client.set_cookie(app.config["LOGIN_COOKIE"], token)
    return client


def _path(page: str, places: Places) -> str:
    named = {"home": "/", "explore": "/explore/", "profile": places.person}
    named |= {"post": places.post, "thread": places.thread}
    return named.get(page, page)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("page", help="home, explore, post, profile, thread, or an address")
    add("--user", default="", help="who reads, as in reader; by default a visitor")
    add("--size", default="S", help="S (default), M or L")
    add("--database", default="", help="postgresql://user@127.0.0.1/; else SQLite")
    return parser.parse_args()


if __name__ == "__main__":
    main()
