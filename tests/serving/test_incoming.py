import pytest

from app.media.views import MOST_BYTES
from serving.incoming import LONGEST_BODY, LONGEST_HEAD, LONGEST_TEXT, Incoming

HEAD = b"POST / HTTP/1.1\r\nHost: a\r\n"
FORM = HEAD + b"Content-Length: 5\r\n\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def fed(*pieces):
    incoming = Incoming()
    for piece in pieces:
        incoming.feed(piece)
    return incoming


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        FORM + b"hello",
        FORM.lower() + b"hello",
        CHUNKED + b"5\r\nhello\r\n0\r\n\r\n",
        CHUNKED + b"5;name=value\r\nhello\r\n0\r\nTrailer: x\r\n\r\n",
        CHUNKED + b"9\r\n\r\n0\r\n\r\n\r\n\r\n0\r\n\r\n",
    ],
)
class TestARequest:
    def test_is_whole_with_its_last_byte(self, request_):
        almost = fed(*(bytes([byte]) for byte in request_[:-1]))
        assert not almost.is_whole

        almost.feed(request_[-1:])
        assert almost.is_whole
        assert not almost.is_cut

    def test_is_found_in_any_pieces(self, request_):
        assert fed(request_).is_whole
        assert fed(request_[:7], request_[7:]).is_whole

    def test_leaves_what_comes_behind_it_to_the_next(self, request_):
        incoming = fed(request_ + b"GET")
        assert incoming.read(len(request_)) == request_

        incoming.next()
        assert incoming.size == 3
        assert not incoming.is_whole


@pytest.mark.parametrize(
    "nonsense",
    [
        CHUNKED + b"five\r\n",
        CHUNKED + b"-5\r\n\r\n",
        CHUNKED + b"5" * 9000,
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * LONGEST_HEAD,
    ],
)
def test_what_cannot_become_a_request_is_not_waited_for(nonsense):
    assert fed(nonsense).is_whole


@pytest.mark.parametrize(
    ("length", "cookie", "is_waited_for"),
    [
        (LONGEST_TEXT, b"", True),
        (LONGEST_TEXT + 1, b"", False),
        (LONGEST_TEXT + 1, b"Cookie: login=1\r\n", True),
        (LONGEST_BODY + 1, b"Cookie: login=1\r\n", False),
        (10**17, b"", False),
    ],
)
def test_a_body_that_will_be_refused_is_not_waited_for(length, cookie, is_waited_for):
    incoming = fed(HEAD + cookie + b"Content-Length: %d\r\n\r\n" % length)

    assert incoming.is_whole is not is_waited_for
    assert incoming.is_cut is not is_waited_for


def test_a_body_in_parts_is_cut_where_none_may_be_longer():
    incoming = fed(CHUNKED, b"%x\r\n" % 10**10)
    while not incoming.is_whole:
        incoming.feed(b"x" * 100_000)

    assert incoming.is_cut
    assert incoming.size < LONGEST_TEXT + 200_000


def test_all_the_pictures_that_a_member_may_send_are_waited_for():
    assert LONGEST_BODY == MOST_BYTES


def test_whoever_asks_for_more_than_was_counted_is_the_last():
    incoming = fed(b"GET / HTTP/1.1\r\n\r\n")
    while incoming.chunk():
        pass

    assert incoming.is_cut
