"""Exercise 22: the stylesheet goes out packed, and is packed once."""

import gzip

import pytest

from app.web.assets import STATIC

PACKED = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def sheet(browser):
    """The address of the stylesheet, as pages name it."""
    return browser.visit("/about").select("link[rel=stylesheet]")[0]["href"]


def test_who_unpacks_gets_a_fifth_of_the_bytes(browser, sheet):
    answer = browser.client.get(sheet, headers=PACKED)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.data) < len(gzip.decompress(answer.data)) / 4
    assert b".masthead" in gzip.decompress(answer.data)


def test_who_does_not_gets_it_as_it_is(browser, sheet):
    answer = browser.client.get(sheet, headers={"Accept-Encoding": "identity"})

    assert "Content-Encoding" not in answer.headers
    assert ".masthead" in answer.text


@pytest.mark.parametrize("headers", [PACKED, {}])
def test_a_cache_keeps_the_two_apart(browser, sheet, headers):
    answer = browser.client.get(sheet, headers=headers)

    assert "Accept-Encoding" in answer.headers["Vary"]


def test_each_has_a_name_of_its_own(browser, sheet):
    plain = browser.client.get(sheet).headers["ETag"]
    packed = browser.client.get(sheet, headers=PACKED).headers["ETag"]

    assert plain != packed


def test_it_is_packed_once_and_not_for_each_reader(browser, sheet, monkeypatch):
    browser.client.get(sheet, headers=PACKED)

    def again(*_args, **_more):
        raise AssertionError("packed a second time")

    monkeypatch.setattr(gzip, "compress", again)
    assert browser.client.get(sheet, headers=PACKED).status_code == 200


def test_pictures_are_left_alone(browser):
    path = "/static/img/art.svg"
    answer = browser.client.get(path, headers=PACKED, buffered=True)

    assert "Content-Encoding" not in answer.headers
    assert answer.data == (STATIC / "img/art.svg").read_bytes()
