"""What pages cost, in units of the least that Flask can do: python -m bench.ratio."""

from tempfile import TemporaryDirectory
from time import process_time

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import event
from werkzeug.test import EnvironBuilder, run_wsgi_app

from app import create_app
from app.extensions import db
from app.models import Account, LoginSession
from config import Config

PATHS = ("/about", "/explore/", "/@ann", "/@ann/post-1", "/")
ROUNDS, TIMES = 7, 20

hello = Flask("hello")
hello.add_url_rule("/", view_func=lambda: "Hello, World!")


def main() -> None:
    """Fill a site that is thrown away afterwards, and ask it and a bare Flask."""
    with TemporaryDirectory() as folder:
        app = create_app(Config(SECRET_KEY="k" * 32, INSTANCE_PATH=folder))
        with app.app_context():
            upgrade()
            cookie = signed_in(app, fill())
            db.session.remove()
            count = counter(db.engine)
        for path in PATHS:
            compare(app, path, cookie if path == "/" else "", count)
        with app.app_context():
            db.engine.dispose()


def fill():
    """Ann writes forty texts."""
    ann = Account.open("ann", "Ann Okafor", "ann@example.org", "-").user
    for number in range(40):
        post = ann.write(title=f"Post {number}", body="A *text* of a few words. " * 40)
        post.publish()
    db.session.commit()
    return ann


def signed_in(app, person):
    """The cookie of a browser in which ``person`` is signed in."""
    client = app.test_client()
    with client.session_transaction() as session:
        session["login"] = LoginSession.begin(person, "bench", keep=True)
    db.session.commit()
    return f"session={client.get_cookie('session').value}"


def counter(engine):
    """A list that grows by one with each statement."""
    seen = []
    event.listen(engine, "before_cursor_execute", lambda *_: seen.append(1))
    return seen


def compare(app, path, cookie, count):
    """Measure both in turns, so that a busy machine is busy for both."""
    pairs = [(took(app, path, cookie), took(hello)) for _ in range(ROUNDS)]
    page, least = map(min, zip(*pairs, strict=True))
    count.clear()
    ask(app, path, cookie)
    print(f"{path:14}{page / least:6.1f} times a bare Flask, {len(count)} statements")


def took(app, path="/", cookie=""):
    """Seconds of the processor: what others do meanwhile counts for little."""
    ask(app, path, cookie)
    began = process_time()
    for _ in range(TIMES):
        ask(app, path, cookie)
    return process_time() - began


def ask(app, path, cookie=""):
    headers = {"Cookie": cookie} if cookie else None
    environ = EnvironBuilder(path, headers=headers).get_environ()
    body, status, _ = run_wsgi_app(app, environ, buffered=True)
    if status != "200 OK":
        raise RuntimeError(f"{path} answered {status}")
    return b"".join(body)


if __name__ == "__main__":
    main()
