from io import BytesIO

import pytest
from PIL import Image

from tests.support.site import choose

ADDRESS = "/manifest.webmanifest"


@pytest.fixture
def manifest(client):
    return client.get(ADDRESS).json


def test_every_page_leads_to_it(browser):
    page = browser.visit("/")

    assert page.select("link[rel=manifest]")[0]["href"] == ADDRESS
    policy = page.answer.headers["Content-Security-Policy"]
    assert "manifest-src 'self'" in policy


def test_it_says_what_the_site_is_called(client):
    choose(name="The Reading Room", tagline="Books, slowly.")

    said = client.get(ADDRESS).json

    assert (said["name"], said["short_name"]) == ("The Reading Room", "The Reading…")
    assert said["description"] == "Books, slowly."


def test_a_name_in_any_script_stays_as_it_is(client):
    choose(name="مقهى </script> الحبر")

    assert client.get(ADDRESS).json["name"] == "مقهى </script> الحبر"


def test_each_picture_is_as_large_as_it_says(client, manifest):
    for icon in manifest["icons"]:
        with client.get(icon["src"]) as answer:
            picture = Image.open(BytesIO(answer.data))
        assert f"{picture.width}x{picture.height}" == icon["sizes"]
        assert picture.format == "PNG"


def test_it_leads_to_pages_that_exist(client, manifest):
    shortcuts = [shortcut["url"] for shortcut in manifest["shortcuts"]]

    found = [
        client.get(path).status_code for path in [manifest["start_url"], *shortcuts]
    ]

    assert found == [200, 303, 200]


def test_a_site_that_nobody_has_set_up_has_one(client, empty_site):
    answer = client.get(ADDRESS)

    assert (answer.status_code, answer.json["name"]) == (200, "Inklings")


def test_any_cache_may_keep_it(client):
    answer = client.get(ADDRESS, headers={"Accept-Language": "de"})
    again = client.get(ADDRESS, headers={"If-None-Match": answer.headers["ETag"]})

    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert not {"Set-Cookie", "Vary"} & set(answer.headers.keys())
    assert (answer.mimetype, again.status_code) == ("application/manifest+json", 304)
