"""One stylesheet, kept for ever under an address that changes with it."""

import re

import pytest

from app.web.assets import STATIC, Assets


@pytest.fixture
def sheet(browser):
    """The address of the stylesheet, as pages name it."""
    return browser.visit("/about").select("link[rel=stylesheet]")[0]["href"]


def test_the_page_asks_for_one_sheet_which_asks_for_no_other(browser, sheet):
    answer = browser.client.get(sheet)

    assert len(browser.visit("/about").select("link[rel=stylesheet]")) == 1
    assert re.search("^@import", answer.text, re.M) is None
    assert ".masthead" in answer.text


def test_it_is_kept_for_a_year_and_not_asked_about(browser, sheet):
    headers = browser.client.get(sheet).headers

    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_another_sheet_has_another_address(tmp_path):
    (tmp_path / "css").mkdir()
    (tmp_path / "css/ORDER").write_text("a.css")
    (tmp_path / "css/a.css").write_text("p { color: red }")
    before = Assets(tmp_path).url("site.css")
    (tmp_path / "css/a.css").write_text("p { color: blue }")

    assert Assets(tmp_path).url("site.css") != before


def test_a_page_from_before_an_update_finds_its_sheet(browser):
    answer = browser.client.get("/static/0123456789ab/site.css")

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, no-cache"


def test_who_has_it_is_told_so_in_few_bytes(browser, sheet):
    etag = browser.client.get("/static/site.css").headers["ETag"]
    again = browser.client.get("/static/site.css", headers={"If-None-Match": etag})

    assert again.status_code == 304
    assert again.data == b""


def test_no_path_leads_out_of_the_folder(browser):
    assert browser.client.get("/static/../web/assets.py").status_code == 404
    assert (STATIC.parent / "web/assets.py").exists()
