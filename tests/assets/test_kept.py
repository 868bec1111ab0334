import gzip

import pytest

from tests.support.answers import steady_headers

PACKS = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def address(browser):
    """The address of the stylesheet, as pages name it."""
    return browser.visit("/").select("link[rel=stylesheet]")[0]["href"]


def test_a_browser_that_unpacks_is_sent_less(client, address):
    plain, packed = client.get(address), client.get(address, headers=PACKS)

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data) / 3


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "identity"])
def test_others_are_sent_what_they_can_read(client, address, accepted):
    answer = client.get(address, headers={"Accept-Encoding": accepted})

    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_each_of_the_two_has_a_name_of_its_own(client, address):
    plain, packed = client.get(address), client.get(address, headers=PACKS)
    known = {"If-None-Match": packed.headers["ETag"]}

    assert plain.headers["ETag"] != packed.headers["ETag"]
    assert client.get(address, headers=known | PACKS).status_code == 304
    assert client.get(address, headers=known).status_code == 200


def test_it_is_the_same_each_time(client, address):
    first, again = (client.get(address, headers=PACKS) for _ in range(2))

    assert again.data == first.data
    assert steady_headers(again) == steady_headers(first)


def test_what_is_asked_in_part_is_sent_in_part(client, address):
    js = address.replace("site.css", "js/app.js")
    answer = client.get(js, headers=PACKS | {"Range": "bytes=0-9"}, buffered=True)

    assert answer.status_code == 206
    assert len(answer.data) == 10


@pytest.mark.parametrize("aside", ["./js/app.js", "js/../js/app.js", "js//app.js"])
def test_only_the_names_that_files_have_are_kept(app, client, address, aside):
    path = address.replace("site.css", aside)
    client.get("/", environ_overrides={"PATH_INFO": path}, buffered=True)

    assert path not in app.extensions["assets"].addresses


def test_nothing_is_sent_to_a_file(client, address):
    client.get(address)

    assert client.post(address).status_code in {400, 401, 405}


def test_pictures_are_not_packed_again(client, address):
    picture = address.replace("site.css", "img/apple-touch-icon.png")

    answer = client.get(picture, headers=PACKS)

    assert "Content-Encoding" not in answer.headers
