"""Nothing is lost of what was sent to a site that ends, or to a worker of it."""

import signal
import socket

import pytest

from tests.support.patient import Wire
from tests.support.stopping import Senders, busy_site, busy_site_behind, is_shut
from tests.support.waiting import wait_until

POST = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_site_that_ends_answers_all_that_it_was_sent(tmp_path, workers):
    site = busy_site(tmp_path / "log", f"--workers={workers}")
    with site as (process, port), Senders(port, 12) as senders:
        assert senders.have_heard(300)
        process.send_signal(signal.SIGTERM)
        senders.wait()

    assert senders.count["refused"] == 12
    assert senders.count["lost"] == 0


def test_so_does_one_that_is_loaded_anew(tmp_path):
    site = busy_site(tmp_path / "log")
    with site as (process, port), Senders(port, 12) as senders:
        assert senders.have_heard(300)
        process.send_signal(signal.SIGHUP)
        assert senders.have_heard(1_500)

    assert senders.count.keys() == {"answered"}


@pytest.mark.parametrize("workers", [1, 2])
def test_and_one_whose_workers_take_turns(tmp_path, workers):
    options = ("--max-requests=150", "--max-requests-jitter=50")
    site = busy_site(tmp_path / "log", f"--workers={workers}", *options)
    with site as (_, port), Senders(port, 12) as senders:
        assert senders.have_heard(1_000)

    assert senders.count.keys() == {"answered"}


def test_whoever_has_been_let_in_may_still_ask_once(tmp_path):
    with busy_site(tmp_path / "log") as (process, port), Wire(port) as silent:
        with Wire(port) as kept:
            kept.send(POST, "hello").read(b"hello")
            process.send_signal(signal.SIGTERM)
            assert wait_until(lambda: is_shut(port), within=20)

            assert b"Connection: close" in kept.send(POST, "hello").read_all()
        assert silent.send(POST, "hello").read_all().endswith(b"hello")


def test_a_door_that_is_not_its_own_stays_open(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        with busy_site_behind(door, tmp_path / "log"), Wire(port) as wire:
            assert wire.send(POST, "hello").read(b"hello")

        assert not is_shut(port)
