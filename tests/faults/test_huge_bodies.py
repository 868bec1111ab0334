from urllib.parse import urlsplit

import pytest

from serving.incoming import LONGEST_BODY, LONGEST_TEXT
from tests.support.huge import Peak, send

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=x"
KINDS = (FORM, PARTS, "application/json", "text/plain")
# Routes that are open and closed, those that take files, and one that is none.
PATHS = ("/sign-in", "/posts", "/media/", "/settings/avatar/", "/no/such/page")
# What the kernel takes in before anybody reads it.
ON_THE_WAY = 8_000_000


@pytest.fixture(scope="module")
def port(serve):
    with serve("huge") as address:
        port = urlsplit(address).port
        # Whoever comes first waits until everything is loaded.
        send(port, "/sign-in", PARTS, cookie="")
        yield port


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", PATHS)
def test_two_gigabytes_are_refused_unread(port, path, kind):
    heard = send(port, path, kind, cookie="login=nobody")

    assert heard.status in {401, 404, 413}
    assert heard.sent < ON_THE_WAY


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", PATHS)
def test_so_they_are_if_nobody_says_how_many_will_come(port, path, kind):
    heard = send(port, path, kind, cookie="", in_parts=True)

    assert heard.status in {401, 404, 413}
    assert heard.sent < LONGEST_TEXT + ON_THE_WAY


@pytest.mark.parametrize("path", PATHS)
def test_a_cookie_makes_room_for_pictures_and_no_more(port, path):
    heard = send(port, path, PARTS, cookie="login=nobody", in_parts=True)

    assert heard.status in {401, 404, 413}
    assert heard.sent < LONGEST_BODY + ON_THE_WAY


@pytest.mark.parametrize("cookie", ["", "login=nobody"])
@pytest.mark.parametrize("in_parts", [False, True])
def test_a_worker_takes_no_memory_for_them_beyond_one_post(port, cookie, in_parts):
    peak = Peak()
    for path in PATHS:
        send(port, path, PARTS, cookie, in_parts)

    assert peak.growth < LONGEST_BODY + 28_000_000
