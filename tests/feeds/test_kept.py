"""Feeds as the site keeps them for all (app/web/page_cache.py)."""

import pytest

from app.extensions import db
from app.web.page_cache import PageCache
from tests.support.database import queries

PATHS = ["/feed.atom", "/@ann/feed.json", "/@ann/the-tide-tables/comments.rss"]


@pytest.fixture
def kept(app, monkeypatch):
    """A site that keeps pages, as it does outside of tests."""
    monkeypatch.setattr(app, "wsgi_app", PageCache(app, seconds=60))


@pytest.mark.parametrize("path", PATHS)
def test_a_crowd_costs_no_statement(kept, client, essay, path):
    first = client.get(path)
    known = {"If-None-Match": first.headers["ETag"]}

    with queries(0):
        again, short = client.get(path), client.get(path, headers=known)

    assert again.data == first.data
    assert short.status_code == 304


@pytest.mark.parametrize("path", PATHS[:2])
def test_whoever_has_it_first_has_it_kept_for_all(kept, client, essay, path):
    client.get(path, headers={"If-None-Match": "*"})

    with queries(0):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", PATHS[:2])
def test_what_is_taken_back_is_gone_at_once(kept, client, essay, path):
    client.get(path)

    essay.throw_away()
    db.session.commit()

    assert "High water" not in client.get(path).text


def test_whoever_is_blocked_is_gone_from_the_comments_at_once(kept, client, bob, essay):
    bob.comment_on(essay, "Well said.")
    db.session.commit()
    client.get(PATHS[2])

    essay.author.block(bob)
    db.session.commit()

    assert "Well said" not in client.get(PATHS[2]).text
