import re

import pytest

from app import create_app
from tests.support.settings import configured


def worker_named_on(page):
    """Where the page tells the browser to get the worker; empty for nowhere."""
    return page.select("[data-worker]")[0]["data-worker"]


def test_visitors_are_offered_the_worker(browser):
    assert worker_named_on(browser.visit("/explore/")) == "/sw.js"


def test_members_are_not(browser, ann):
    assert worker_named_on(browser.sign_in(ann).visit("/explore/")) == ""


def test_the_worker_is_a_script_that_knows_the_files_of_now(app, client):
    answer = client.get("/sw.js")
    first_line = answer.text.partition("\n")[0]

    assert answer.mimetype == "text/javascript"
    assert first_line == f'const STATIC = "{app.extensions["assets"].url("")}";'


def test_the_worker_is_asked_for_once_an_hour(client):
    answer = client.get("/sw.js")
    again = client.get("/sw.js", headers={"If-None-Match": answer.headers["ETag"]})

    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert again.status_code == 304


def test_a_site_that_wants_none_hands_out_an_empty_one(tmp_path):
    app = create_app(configured(tmp_path, OFFLINE_READING="0"))

    assert app.test_client().get("/sw.js").data == b""


def test_without_the_setting_nobody_is_offered_one(app, browser, monkeypatch):
    monkeypatch.setitem(app.config, "OFFLINE_READING", False)

    assert worker_named_on(browser.visit("/offline")) == ""


# What the worker goes by: it keeps what is nobody's own, and nothing else.
@pytest.mark.parametrize("path", ["/offline", "/@ann/the-tide-tables"])
def test_pages_of_visitors_may_be_kept(client, essay, path):
    assert client.get(path).headers["Cache-Control"] == "no-cache"


def test_those_of_members_may_not(browser, bob, essay):
    answer = browser.sign_in(bob).client.get(essay.path)

    assert "private" in answer.headers["Cache-Control"]


def test_nor_a_page_with_a_form_of_ones_own(client):
    assert "private" in client.get("/settings/appearance/").headers["Cache-Control"]


def test_the_policy_lets_a_worker_of_ours_run(client):
    policy = client.get("/").headers["Content-Security-Policy"]

    assert "worker-src 'self'" in policy


def test_the_worker_knows_a_post_when_it_sees_one(app, client, essay):
    script = client.get("/sw.js").text
    mark = re.search(r"includes\(`(.+?)`\)", script)[1]

    assert mark in client.get(essay.path).text
