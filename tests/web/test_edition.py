"""Which edition of the site is in force, told to all of its processes."""

from app.extensions import db
from app.lib.breaker import Breaker
from app.models import Post
from app.web import edition


def test_what_hosts_share_is_asked_of_redis(monkeypatch):
    numbers = {}
    shared = edition.RedisEdition("redis://127.0.0.1:1/0")
    monkeypatch.setattr(shared, "_redis", Counting(numbers))
    before = shared.now()

    shared.turn()

    assert (before, shared.now()) == (0, 1)


class Counting:
    """As much of Redis as is asked for."""

    def __init__(self, numbers):
        self.numbers = numbers

    def get(self, key):
        return self.numbers.get(key)

    def incr(self, key):
        self.numbers[key] = self.numbers.get(key, 0) + 1


def test_what_redis_did_not_hear_it_is_told_later(monkeypatch):
    shared = edition.RedisEdition("redis://127.0.0.1:1/0")
    shared.turn()
    monkeypatch.setattr(shared, "_redis", Counting({}))
    monkeypatch.setattr(shared, "_breaker", Breaker())

    assert (shared.now(), shared.now()) == (1, 1)


def test_while_redis_is_away_nothing_kept_is_believed():
    away = edition.RedisEdition("redis://127.0.0.1:1/0")

    away.turn()

    assert away.now() is None


def test_editions_that_follow_at_once_differ(tmp_path):
    ours = edition.FileEdition(str(tmp_path))

    numbers = {ours.now()}
    for _ in range(20):
        ours.turn()
        numbers.add(ours.now())

    assert len(numbers) == 21


def test_quiet_tables_are_tables_of_ours():
    assert not edition.QUIET - db.metadata.tables.keys()
    assert Post.__tablename__ not in edition.QUIET
