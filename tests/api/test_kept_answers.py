"""What caches may keep of the API, and for whom."""

import pytest

from app.extensions import db
from app.web.page_cache import PageCache
from tests.support.database import queries


@pytest.fixture
def kept(app, monkeypatch):
    """The site keeps what visitors see, as it does outside of tests."""
    cache = PageCache(app, seconds=60)
    monkeypatch.setattr(app, "wsgi_app", cache)
    return cache


@pytest.mark.parametrize("path", ["/user", "/tags"])
def test_what_is_for_a_token_is_kept_for_nobody_else(program, ann, path):
    answer = program.acting_for(ann).get(path)

    kept = answer.headers["Cache-Control"]
    assert kept == ("no-store" if path == "/user" else "private, no-cache")
    assert "Authorization" in answer.headers["Vary"]


@pytest.mark.parametrize("path", ["/articles", "/tags", "/openapi.json"])
def test_who_has_it_already_is_told_so(program, ann, path):
    for asking in (program, program.acting_for(ann)):
        tag = asking.get(path).headers["ETag"]
        again = asking.get(path, headers={"If-None-Match": tag})

        assert (again.status_code, again.data) == (304, b"")


def test_a_list_is_kept_for_visitors(kept, program, essay):
    first = program.get("/articles")

    with queries(0):
        again = program.get("/articles")

    assert again.data == first.data
    assert "RateLimit" in first.headers
    assert "RateLimit" not in again.headers


def test_and_says_to_scripts_that_nothing_is_new(kept, program, essay):
    tag = program.get("/articles").headers["ETag"]

    again = program.get("/articles", headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert again.headers["Access-Control-Allow-Origin"] == "*"


def test_what_is_kept_for_visitors_is_no_answer_to_a_token(kept, program, ann, bob):
    ann.follow(bob)
    db.session.commit()
    as_visitor = program.get("/profiles/bob").json
    as_ann = program.acting_for(ann).get("/profiles/bob").json
    program.headers = {}

    assert (as_visitor["profile"]["following"], as_ann["profile"]["following"]) == (
        False,
        True,
    )
    assert program.get("/profiles/bob").json == as_visitor


def test_what_is_kept_is_no_answer_to_who_wants_something_else(kept, program):
    program.get("/tags")

    assert program.get("/tags", headers={"Accept": "text/html"}).status_code == 406
