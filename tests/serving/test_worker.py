import pytest

from serving import worker
from tests.support.patient import PAGE, Wire, patient_worker

GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"
LAST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def port():
    with patient_worker() as port:
        yield port


@pytest.fixture
def wire(port):
    with Wire(port) as wire:
        yield wire


def test_one_connection_serves_for_many_requests(wire):
    wire.send(GET).read(b"\r\n\r\n0")
    wire.send(POST, "hel", "lo").read(b"\r\n\r\n5")

    assert wire.send(LAST).read_all().startswith(b"HTTP/1.1 200 OK")


def test_requests_that_come_at_once_are_answered_one_after_the_other(wire):
    answers = wire.send(GET + POST + "hello" + LAST).read_all()

    assert [answer[:1] for answer in answers.split(b"\r\n\r\n")[1:]] == [
        b"0",
        b"5",
        b"0",
    ]


def test_a_body_in_parts_is_read_as_one(wire):
    wire.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")

    assert wire.send("5\r\nhello\r\n", "2\r\n, \r\n0\r\n\r\n").read(b"\r\n\r\n7")


def test_whoever_asks_for_leave_to_send_a_body_gets_it_once(wire):
    wire.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n")
    wire.send("Content-Length: 5\r\nConnection: close\r\n\r\n")

    assert wire.read(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
    assert wire.send("hello").read_all().startswith(b"HTTP/1.1 200 OK")


def test_nobody_gets_leave_for_a_body_that_is_too_large(wire):
    wire.send("POST /unread HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n")

    answer = wire.send("Content-Length: 2000000000\r\n\r\n").read(b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"Connection: close" in answer


def test_an_answer_is_heard_by_whoever_is_still_sending(wire):
    wire.send("POST /unread HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000000\r\n\r\n")
    wire.send("x" * 5_000_000)

    assert wire.read(b"\r\n\r\n").startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize("path", ["/page", "/file"])
def test_an_answer_may_be_read_slowly(port, wire, path):
    wire.send(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    with Wire(port) as other:
        assert other.send(LAST).read_all().startswith(b"HTTP/1.1 200 OK")

    assert wire.read_all().endswith(b"\r\n\r\n" + PAGE)


@pytest.mark.parametrize("path", ["/page", "/file"])
def test_readers_that_stand_still_hold_no_thread(port, path):
    still = [
        Wire(port).send(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n") for _ in range(9)
    ]

    with Wire(port) as other:
        assert other.send(LAST).read_all().startswith(b"HTTP/1.1 200 OK")
    for wire in still:
        wire.__exit__()


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x" * 70_000, b"431"),
        ("GET /" + "x" * 70_000, b"414"),
        ("GET / HTTP/1.1\r\nHost: a\r\n" + "X: x\r\n" * 200 + "\r\n", b"431"),
        (POST.replace("\r\n\r\n", "\r\nContent-Length: 6\r\n\r\nhello"), b"400"),
        (POST.replace("5", "5\r\nTransfer-Encoding: chunked") + "0\r\n\r\n", b"400"),
        (
            POST.replace("Content-Length: 5", "Transfer-Encoding: gzip") + "hello",
            b"400",
        ),
        (POST.replace(": 5", ": +5") + "hello", b"400"),
        (POST.replace("Length:", "Length :") + "hello", b"400"),
        (GET.replace("\r\n\r\n", "\r\nHost: b\r\n\r\n"), b"400"),
        (GET.replace("Host: a", "Host: a\r\n folded"), b"400"),
    ],
)
def test_what_proxies_might_read_otherwise_is_refused(wire, head, status):
    answer = wire.send(head).read_all()

    assert answer.split(b" ")[1] == status
    assert answer.count(b"HTTP/1.1") == 1


def test_whoever_has_waited_longest_goes_where_there_is_no_room():
    with patient_worker(worker_connections=10) as port:
        crowd = [Wire(port).send("GET / HTTP/1.1\r\n") for _ in range(20)]

        assert crowd[0].read_all() == b""
        assert crowd[-1].send("Host: a\r\n\r\n").read(b"\r\n\r\n0")
        for wire in crowd:
            wire.__exit__()


def test_a_head_that_does_not_end_is_given_up(monkeypatch):
    monkeypatch.setattr(worker, "HEAD", 1)

    with patient_worker() as port, Wire(port) as wire:
        assert b"\r\n\r\n0HTTP/1.1 408" in wire.send(GET + "GET / HT").read_all()


def test_so_is_a_body(monkeypatch):
    monkeypatch.setattr(worker, "BODY", 0)

    with patient_worker() as port, Wire(port) as wire:
        assert wire.send(POST, "hell").read_all().startswith(b"HTTP/1.1 408")


def test_whoever_says_nothing_is_told_nothing(monkeypatch):
    monkeypatch.setattr(worker, "HEAD", 0)

    with patient_worker() as port, Wire(port) as wire:
        assert wire.read_all() == b""


def test_the_largest_goes_where_too_much_is_held(monkeypatch):
    monkeypatch.setattr(worker, "ROOM", 100_000)
    body = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"

    with patient_worker() as port, Wire(port) as large, Wire(port) as small:
        large.send(body, "x" * 90_000)
        small.send(body, "x" * 20_000)
        assert large.read_all() == b""


def test_a_request_that_is_under_way_is_answered_before_the_end():
    with patient_worker() as port:
        wire = Wire(port).send(GET)
        wire.read(b"\r\n\r\n0")
        wire.send(POST, "hello")
    with wire:
        assert wire.read_all().endswith(b"\r\n\r\n5")


def test_whoever_hangs_up_in_the_middle_ends_nobody_else(port):
    for _ in range(20):
        with Wire(port) as rude:
            rude.send(
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n"
                "Expect: 100-continue\r\n\r\n"
            ).hang_up()

    with Wire(port) as polite:
        assert polite.send(LAST).read_all().startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize("length", ["0" * 30 + "5", "5"])
def test_a_length_is_read_as_gunicorn_reads_it(wire, length):
    wire.send(f"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n")

    assert wire.send("hello").read(b"\r\n\r\n5")


def test_nobody_with_an_older_browser_is_told_to_go_on(wire):
    wire.send("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")

    assert wire.send("hello").read_all().startswith(b"HTTP/1.0 200 OK")


def test_a_body_in_too_many_parts_is_not_read(wire):
    wire.send("POST /unread HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")

    answer = wire.send("1\r\na\r\n" * 10_001).read_all()

    assert b"Connection: close" in answer
