"""Redis is gone, or hangs, while people use the site."""

from time import monotonic

import pytest

from app.web.edition import RedisEdition
from tests.support.faults.people import Visitor
from tests.support.faults.scene import scene
from tests.support.waiting import wait_until

#: Beyond any limit of the door, in as many processes as there are (gunicorn.conf.py).
OFTEN, PROCESSES = 16, 2


@pytest.fixture
def site(tmp_path, redis):
    with scene(tmp_path, redis=redis.address) as found:
        yield found


def attempts(site):
    """The statuses of attempts to guess a password, all from one network."""
    stranger = Visitor(site.site.port, "10.9.9.9")
    stranger.visit("/sign-in")
    guess = {"identifier": "bob", "password": "not this one"}
    return [stranger.send("/sign-in", **guess).status for _ in range(OFTEN)]


@pytest.mark.parametrize("fault", ["stop", "hang"])
def test_the_site_goes_on_without_redis_and_its_doors_stay_limited(site, redis, fault):
    with site.under_load() as load:
        assert load.moves_on(by=8), site.site.log.read_text()
        getattr(redis, fault)()
        assert load.moves_on(by=20), site.site.log.read_text()
        tried = attempts(site)
        assert tried.count(422) <= 5 * PROCESSES, tried
        redis.go_on() if fault == "hang" else redis.start()
        assert load.moves_on(by=8), site.site.log.read_text()

    assert {deed.failures == [] for deed in load.deeds} == {True}
    assert not site.faults_after(load)


def test_who_hangs_is_waited_for_once(redis):
    edition = RedisEdition(redis.address)
    redis.hang()
    edition.turn()
    began = monotonic()

    assert [edition.now() for _ in range(200)] == [None] * 200
    assert monotonic() - began < 50, "each time it would be 100 seconds"
    redis.go_on()


def test_what_redis_did_not_hear_it_hears_later(redis):
    edition = RedisEdition(redis.address)
    redis.stop()
    edition.turn()
    redis.start()

    assert wait_until(lambda: edition.now() == 1, within=60)
