from io import BytesIO
from unittest.mock import Mock
from zipfile import ZipFile

from app.lib.stores import StoreFailed
from tests.support.pictures import opened


def bundle(browser, person):
    page = browser.sign_in(person).visit("/settings/data/").submit("main form")
    return ZipFile(BytesIO(page.answer.data))


def test_pictures_come_along_under_the_names_that_posts_call_them_by(
    browser, ann, heron
):
    data = bundle(browser, ann).read(f"pictures/{heron.name}.webp")

    assert opened(data).size == (600, 400)


def test_what_is_known_of_them_comes_along(browser, ann, heron):
    assert b'"alt": "A heron"' in bundle(browser, ann).read("account.json")


def test_a_file_that_is_missing_stops_nothing(browser, ann, heron, store):
    store.delete(heron.name)

    assert "README.txt" in bundle(browser, ann).namelist()


def test_a_store_that_is_away_is_said_and_nothing_half_is_handed_over(
    browser, ann, heron, store, monkeypatch
):
    monkeypatch.setattr(store, "get", Mock(side_effect=StoreFailed("away")))

    page = browser.sign_in(ann).visit("/settings/data/").submit("main form")

    assert (page.status, page.shows("Try again in a minute")) == (503, True)


def test_nobody_elses_come_along(browser, bob, heron):
    names = bundle(browser, bob).namelist()

    assert not [name for name in names if name.startswith("pictures/")]
