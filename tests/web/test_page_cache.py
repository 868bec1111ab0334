"""Pages of visitors, kept until something changes that visitors see."""

import time

import pytest

from app.extensions import db
from app.web import page_cache
from app.web.page_cache import PageCache
from tests.fixtures.writing import publish
from tests.support.database import queries
from tests.web.test_closed import addresses

EXPLORE = "/explore/"


@pytest.fixture
def kept(app, monkeypatch):
    """A site that keeps pages, as it does outside of tests."""
    cache = PageCache(app, seconds=60)
    monkeypatch.setattr(app, "wsgi_app", cache)
    return cache


@pytest.fixture
def explore(kept, client, essay):
    """The page that everybody sees, drawn once and kept since."""
    return client.get(EXPLORE)


def test_what_is_kept_costs_no_statement(client, explore):
    with queries(0):
        again = client.get(EXPLORE)

    assert again.data == explore.data
    assert dict(again.headers) == dict(explore.headers)


def test_whoever_has_it_is_told_so_without_a_statement(client, explore):
    with queries(0):
        again = client.get(EXPLORE, headers={"If-None-Match": explore.headers["ETag"]})

    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Vary"] == explore.headers["Vary"]


def test_an_etag_that_a_proxy_has_weakened_is_known(client, explore):
    weak = f"W/{explore.headers['ETag']}"

    assert client.get(EXPLORE, headers={"If-None-Match": weak}).status_code == 304


@pytest.mark.parametrize("garbage", ["", '"', "W/", "\x7f", '"a", b', "," * 500])
def test_garbage_for_an_etag_is_answered_with_the_page(client, explore, garbage):
    again = client.get(EXPLORE, headers={"If-None-Match": garbage})

    assert (again.status_code, again.data) == (200, explore.data)


def test_whoever_has_it_first_has_it_kept_for_all(kept, app, client, essay):
    etag = client.get(EXPLORE).headers["ETag"]
    kept._pages.clear()
    first = client.get(EXPLORE, headers={"If-None-Match": etag})

    with queries(0):
        again = client.get(EXPLORE)

    assert (first.status_code, again.status_code) == (304, 200)


def test_a_head_has_the_headers_and_no_words(client, explore):
    with queries(0):
        head = client.head(EXPLORE)

    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Length"] == str(len(explore.data))


CHANGES = {
    "a new text": lambda ann, bob, essay: publish(bob, body="A plum."),
    "another text": lambda ann, bob, essay: essay.revise(
        title="A plum", summary="", body="Ripe."
    ),
    "a like": lambda ann, bob, essay: bob.like(essay),
    "the bin": lambda ann, bob, essay: essay.throw_away(),
    "another audience": lambda ann, bob, essay: essay.show_to("private"),
    "another name": lambda ann, bob, essay: setattr(ann, "name", "Anna"),
    "leaving": lambda ann, bob, essay: ann.leave(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen_at_once(client, explore, ann, bob, essay, change):
    change(ann, bob, essay)
    db.session.commit()

    assert client.get(EXPLORE).data != explore.data


def test_what_was_taken_back_turns_nothing(client, explore, essay):
    essay.throw_away()
    db.session.flush()
    db.session.rollback()

    with queries(0):
        client.get(EXPLORE)


def test_what_no_visitor_sees_turns_nothing(bob, client, explore, essay):
    bob.save(essay)
    db.session.commit()

    with queries(0):
        client.get(EXPLORE)


def test_what_changes_while_a_page_is_drawn_is_on_the_next(kept, client, essay, bob):
    serve = kept._serve

    def slowly(environ, start):
        chunks = serve(environ, start)
        publish(bob, body="A raisin.")
        return chunks

    kept._serve = slowly
    client.get(EXPLORE)
    kept._serve = serve

    assert "A raisin." in client.get(EXPLORE).text


def test_a_page_is_drawn_anew_after_a_minute(client, explore, monkeypatch):
    later = time.monotonic() + 61
    monkeypatch.setattr(page_cache.time, "monotonic", lambda: later)

    with pytest.raises(AssertionError, match="not 0"), queries(0):
        client.get(EXPLORE)


def test_a_member_is_shown_their_own_page(browser, explore, ann):
    page = browser.sign_in(ann).visit(EXPLORE)

    assert page.answer.headers["Cache-Control"] == "private, no-cache"
    assert page.select("#me")


def test_a_member_s_page_is_kept_for_nobody(kept, browser, essay, ann):
    browser.sign_in(ann).visit(EXPLORE)
    browser.forget_cookies()

    assert not browser.visit(EXPLORE).select("#me")


def test_another_paper_is_another_page(client, explore):
    client.set_cookie("theme", "dark")

    assert 'data-theme="dark"' in client.get(EXPLORE).text


FOREIGN = ['prefs={"a":1}', "a[b]=1", "=", "x", ";"]


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_member_with_foreign_cookies_is_no_visitor(
    app, browser, explore, ann, foreign
):
    name = app.config["LOGIN_COOKIE"]
    token = browser.sign_in(ann).client.get_cookie(name).value
    headers = {"Cookie": f"theme=dark; {foreign}; {name}={token}"}

    answer = app.test_client(use_cookies=False).get(EXPLORE, headers=headers)

    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_a_choice_that_is_made_twice_is_the_first_for_all(app, kept, essay):
    client = app.test_client(use_cookies=False)
    client.get(EXPLORE, headers={"Cookie": "language=ar; language=de"})

    again = client.get(EXPLORE, headers={"Cookie": "language=de"})

    assert '<html lang="de"' in again.text


def test_what_cannot_be_chosen_is_nothing_chosen(app, explore):
    client = app.test_client(use_cookies=False)
    headers = {"Cookie": f"theme={'x' * 5000}"}

    with queries(0):
        again = client.get(EXPLORE, headers=headers)

    assert again.data == explore.data


def test_what_is_kept_weighs_what_was_asked_too(kept, client, essay):
    for number in range(3):
        client.get(f"/robots.txt?{number}")

    assert kept._pages._weight > 3 * 3_000


def test_another_language_is_another_page(client, explore):
    again = client.get(EXPLORE, headers={"Accept-Language": "de, en;q=0.5"})

    assert '<html lang="de"' in again.text


def test_languages_that_lead_to_the_same_page_share_it(kept, client, essay):
    explore = client.get(EXPLORE, headers={"Accept-Language": "en-US"})

    with queries(0):
        again = client.get(EXPLORE, headers={"Accept-Language": "en-GB, fr;q=0.3"})

    assert again.data == explore.data


def test_another_host_is_another_page(client, explore):
    assert client.get(EXPLORE, base_url="http://evil.example").status_code == 400


def test_a_page_with_a_token_is_kept_for_nobody(kept, app):
    tokens = {app.test_client().get("/sign-in").text for _ in range(2)}

    assert len(tokens) == 2


def test_pages_of_all_addresses_are_kept_without_a_token_or_cookie(kept, app, essay):
    for address in addresses(app):
        app.test_client().get(address)

    for answer, _ in kept._pages._kept.values():
        assert b"csrf_token" not in answer.body, answer.headers
        assert "set-cookie" not in {name.lower() for name, _ in answer.headers}


def test_an_endless_question_is_answered_and_not_kept(kept, client, essay):
    client.get(EXPLORE, query_string={"x": "y" * 500})

    assert not kept._pages._kept
