import socket
from threading import Thread

import pytest

from app.lib import fetching, lines
from app.lib.fetching import Answer, Unheard, Unreadable, page_at, post
from app.lib.reach import is_public
from tests.support.web_page import pages

ME = "Inklings (+https://ink.example)"


@pytest.fixture
def web():
    with pages() as server:
        yield server


def anywhere(_number, _port):
    return True


def read(address, may_reach=anywhere):
    return page_at(address, agent=ME, may_reach=may_reach)


def test_a_page_is_read(web):
    assert read(web.put("/a", "<title>Tides</title>")) == "<title>Tides</title>"


def test_it_says_who_asks(web):
    read(web.put("/a", "Hello"))

    assert web.agents == [ME]


def test_it_follows_where_the_page_leads(web):
    there = web.put("/b", "Here")

    assert read(web.lead("/a", there)) == "Here"


def test_it_does_not_go_round_in_circles(web):
    with pytest.raises(Unreadable, match="from one address to the next"):
        read(web.lead("/a", "/a"))


def test_each_step_of_the_way_is_checked(web):
    with pytest.raises(Unreadable, match="no address of the web"):
        read(web.lead("/a", "file:///etc/passwd"))


def test_where_it_must_not_go_nobody_is_asked(web):
    with pytest.raises(Unreadable, match="not on the open web"):
        read(web.put("/a", "Secret"), may_reach=is_public)

    assert not web.asked


def test_a_name_that_means_this_machine_is_no_way_in(web):
    address = web.put("/a", "Secret").replace("127.0.0.1", "localhost")

    with pytest.raises(Unreadable, match="not on the open web"):
        read(address, may_reach=is_public)


def test_what_was_checked_is_what_is_connected_to(web, monkeypatch):
    """A name that means another machine the next time is asked for no next time."""
    answers = [("93.184.215.14", 80)]
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place) for place in answers]
    monkeypatch.setattr(lines.socket, "getaddrinfo", lambda *_, **__: found)
    reached = []

    def connect(place, _timeout):
        reached.append(place)
        raise OSError

    monkeypatch.setattr(lines.socket, "create_connection", connect)

    with pytest.raises(Unreadable):
        read("http://turncoat.example/", may_reach=is_public)
    assert reached == answers


@pytest.mark.parametrize(
    "number",
    """
    127.0.0.1 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0
    224.0.0.1 255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 fc00::1 ff02::1
    ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1::
    ::127.0.0.1 ::ffff:0:127.0.0.1 64:ff9b:1::7f00:1 fec0::1 192.0.0.192
    """.split(),
)
def test_numbers_inside_a_network_are_not_public(number):
    assert not is_public(number, 80)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f:cb07::1"])
def test_numbers_of_the_open_web_are(number):
    assert is_public(number, 443)


@pytest.mark.parametrize("port", [22, 25, 6379, 8080])
def test_other_doors_than_those_of_the_web_stay_shut(port):
    assert not is_public("93.184.215.14", port)


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org", "http://", "http:///a", "//example.org", "http://[::1", ""],
)
def test_what_is_no_address_is_not_read(address):
    with pytest.raises(Unreadable):
        read(address)


@pytest.mark.parametrize("kind", ["image/png", "application/json", ""])
def test_only_a_page_is_read(web, kind):
    with pytest.raises(Unreadable, match="answers 200"):
        read(web.put("/a", b"?", kind))


def test_a_page_that_is_not_there_is_not_read(web):
    with pytest.raises(Unreadable, match="answers 404"):
        read(f"{web.address}/nothing")


def test_of_a_long_page_the_beginning_is_read(web):
    assert len(read(web.put("/a", "x" * 2_000_000))) == fetching.MOST_BYTES


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Zoë".encode("latin-1"), "text/html; charset=latin-1"),
        ('<meta charset="latin-1">Zoë'.encode("latin-1"), "text/html"),
        ("Zoë".encode(), "text/html; charset=no-such-thing"),
    ],
)
def test_it_reads_other_alphabets(web, body, kind):
    assert read(web.put("/a", body, kind)).endswith("Zoë")


def test_it_does_not_read_what_takes_minutes(web):
    body = b"ink-" + b"paper" * 100_000

    assert read(web.put("/a", body, "text/html; charset=punycode")) == body.decode()


def test_what_comes_in_drops_is_cut_off(monkeypatch):
    monkeypatch.setattr(fetching, "ALTOGETHER", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=_drip, args=(server,), daemon=True).start()

        with pytest.raises(Unreadable):
            read(f"http://127.0.0.1:{server.getsockname()[1]}/")


def _drip(server):
    """Begin an answer whose headers never end."""
    line, _ = server.accept()
    with line:
        line.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while line.recv(1):
            line.sendall(b"z")


def test_something_is_told_and_answered(web):
    web.answer("/in", 202, "Thank you.")

    said = post(f"{web.address}/in", b"{}", {"X-Who": "me"}, anywhere)

    assert said == Answer(202, b"Thank you.")
    assert web.told[0].body == b"{}"
    assert web.told[0].headers["x-who"] == "me"


def test_who_is_near_is_told_nothing(web):
    with pytest.raises(Unheard, match="near"):
        post(f"{web.address}/in", b"{}", {})

    assert not web.told


def test_who_shows_no_certificate_is_told_nothing(web):
    address = web.address.replace("http:", "https:")

    with pytest.raises(Unheard, match="unproved"):
        post(f"{address}/in", b"{}", {}, anywhere)


@pytest.mark.parametrize("address", ["", "http://", "ftp://127.0.0.1/", "http://[::1"])
def test_what_is_no_address_is_told_nothing(address):
    with pytest.raises(Unheard, match="away"):
        post(address, b"{}", {}, anywhere)
