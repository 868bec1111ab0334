from unittest.mock import Mock

import pytest

from app.web.page_cache import PageCache
from tests.support.database import queries


@pytest.fixture
def answer(client):
    return client.get("/healthz")


def test_the_site_says_that_it_lives(answer):
    assert answer.status_code == 200
    assert answer.text == "ok\n"


def test_nobody_keeps_the_answer(answer):
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_sets_no_cookie(answer):
    assert "Set-Cookie" not in answer.headers


def test_nothing_behind_the_process_is_asked(client):
    with queries(at_most=0):
        client.get("/healthz")


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_nor_what_hosts_share(app, monkeypatch, path):
    asked = []
    edition = Mock(now=lambda: asked.append(1) or 1)
    monkeypatch.setitem(app.extensions, "edition", edition)
    monkeypatch.setattr(app, "wsgi_app", PageCache(app, seconds=60))

    app.test_client().get(path)
    before = len(asked)
    app.test_client().get("/explore/")

    assert (before, len(asked)) == (0, 1)


def test_it_can_be_asked_with_head(client):
    assert client.head("/healthz").status_code == 200


def test_a_probe_asks_often(client):
    answers = {client.get("/healthz").status_code for _ in range(100)}

    assert answers == {200}
