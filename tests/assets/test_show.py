from functools import partial
from pathlib import Path

import pytest

FOREVER = "public, max-age=31536000, immutable"
AN_HOUR = "public, max-age=3600"


@pytest.fixture
def fetch(client):
    """Ask for a file, and close it after reading."""
    return partial(client.get, buffered=True)


@pytest.fixture
def address(browser):
    """The address of the stylesheet, as pages name it."""
    return browser.visit("/").select("link[rel=stylesheet]")[0]["href"]


def test_a_page_names_the_stylesheet_by_its_version(fetch, address):
    answer = fetch(address)

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert answer.headers["Cache-Control"] == FOREVER


def test_under_an_old_version_there_is_the_present_one_for_a_while(fetch, address):
    old = fetch("/static/0123456789ab/site.css")

    assert old.data == fetch(address).data
    assert old.headers["Cache-Control"] == AN_HOUR


def test_without_a_version_too(fetch, address):
    plain = fetch("/static/site.css")

    assert plain.data == fetch(address).data
    assert plain.headers["Cache-Control"] == AN_HOUR


def test_everything_that_a_page_names_is_there(browser, fetch, ann, essay):
    page = browser.sign_in(ann).visit(essay.path)
    named = [
        *[tag["href"] for tag in page.select("link[rel=stylesheet], link[rel=icon]")],
        *[tag["src"] for tag in page.select("script[src], img[src]")],
        *[tag["href"].partition("#")[0] for tag in page.select("use")],
    ]

    missing = [path for path in set(named) if fetch(path).status_code != 200]

    assert not missing


def test_every_drawing_that_a_page_uses_is_in_its_file(browser, fetch, ann, essay):
    page = browser.sign_in(ann).visit(essay.path)
    uses = {tag["href"] for tag in page.select("use")}

    missing = [
        use
        for use in uses
        if f'id="{use.partition("#")[2]}"' not in fetch(use.partition("#")[0]).text
    ]

    assert uses
    assert not missing


def test_a_stylesheet_that_is_known_is_not_sent_again(fetch, address):
    etag = fetch(address).headers["ETag"]

    again = fetch(address, headers={"If-None-Match": etag})

    assert again.status_code == 304
    assert again.headers["Cache-Control"] == FOREVER


def test_a_picture_that_is_known_is_not_sent_again(fetch):
    etag = fetch("/static/img/icons.svg").headers["ETag"]

    again = fetch("/static/img/icons.svg", headers={"If-None-Match": etag})

    assert again.status_code == 304


def test_a_file_is_the_same_for_everybody(browser, ann, address):
    answer = browser.sign_in(ann).client.get(address)

    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("kind", ["js/app.js", "img/icons.svg", "img/favicon.svg"])
def test_files_say_what_they_are(fetch, kind):
    types = {"js": "text/javascript", "svg": "image/svg+xml"}

    answer = fetch(f"/static/{kind}")

    assert answer.headers["Content-Type"].startswith(types[kind.rpartition(".")[2]])


def test_a_missing_file_is_not_kept_for_ever(fetch, address):
    version = Path(address).parts[2]

    answer = fetch(f"/static/{version}/no-such-file.js")

    assert answer.status_code == 404
    assert "immutable" not in answer.headers["Cache-Control"]


def test_a_file_changes_nothing_that_is_sent_to_it(client):
    assert client.post("/static/site.css").status_code in {400, 405}
