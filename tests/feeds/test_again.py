"""What a feed reader is answered that asks again."""

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.database import queries, statements
from tests.support.feeds import SHAPES, fetch


@pytest.fixture
def first(client, essay):
    """What was answered the first time."""
    return client.get("/feed.atom")


def again(client, first, path="/feed.atom"):
    return client.get(path, headers={"If-None-Match": first.headers["ETag"]})


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_the_same_is_sent_once(client, essay, shape):
    first = client.get(f"/feed.{shape}")

    answer = again(client, first, f"/feed.{shape}")

    assert (answer.status_code, answer.data) == (304, b"")
    for name in ("ETag", "Cache-Control"):
        assert answer.headers[name] == first.headers[name]


def test_the_same_moment_is_enough(client, first):
    moment = {"If-Modified-Since": first.headers["Last-Modified"]}

    assert client.get("/feed.atom", headers=moment).status_code == 304


def test_that_it_is_the_same_is_found_without_its_texts(client, first):
    with queries(at_most=1), statements() as seen:
        again(client, first)

    assert "body_html" not in seen[0]


def edited(essay):
    essay.revise(**essay.words | {"body": "Low water."})


def renamed(essay):
    essay.author.name = "Ann O."


def moved(essay):
    essay.author.claim("anna")


def tagged(essay):
    essay.tag_with(["tides"])


def binned(essay):
    essay.throw_away()


def hidden(essay):
    essay.hide()


def joined(essay):
    publish(essay.author, "One more")


CHANGES = [edited, renamed, moved, tagged, binned, hidden, joined]


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_is_another_feed(client, essay, first, change):
    change(essay)
    db.session.commit()

    assert again(client, first).status_code == 200


def test_other_words_for_a_picture_are_another_feed(client, browser, ann, heron):
    publish(ann, "Herons", body=f"![]({heron.path()})")
    first = client.get("/feed.atom")

    browser.visit(f"/media/{heron.name}/edit").submit("form.panel", alt="Grey heron")

    answer = again(client, first)
    assert (answer.status_code, b"Grey heron" in answer.data) == (200, True)


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        '"',
        "W/",
        "W/W/",
        '"other"',
        "*;*",
        "\\x00",
        ", ,",
        "é",
        '"' * 500,
        "a" * 8000,
    ],
)
def test_garbage_is_nothing_that_we_have_sent(client, first, garbage):
    answer = client.get("/feed.atom", headers={"If-None-Match": garbage})

    assert (answer.status_code, answer.data) == (200, first.data)


@pytest.mark.parametrize(
    "garbage", ["", "yesterday", "0", "Sat, 99 Nov 99999 99:99:99 GMT", "-1", "é"]
)
def test_nor_is_a_moment_that_is_none(client, first, garbage):
    answer = client.get("/feed.atom", headers={"If-Modified-Since": garbage})

    assert answer.status_code == 200


def test_another_name_of_the_feed_counts_before_its_moment(client, first):
    both = {
        "If-None-Match": '"other"',
        "If-Modified-Since": first.headers["Last-Modified"],
    }

    assert client.get("/feed.atom", headers=both).status_code == 200


def test_a_head_is_the_feed_without_its_words(client, first):
    answer = client.head("/feed.atom")

    assert answer.headers["ETag"] == first.headers["ETag"]
    assert answer.headers["Content-Length"] == first.headers["Content-Length"]
    assert answer.data == b""


def test_everybody_may_keep_it_whoever_asked(browser, bob, first):
    browser.sign_in(bob).client.set_cookie("language", "de")

    answer = browser.client.get("/feed.atom", headers={"Accept-Language": "ar"})

    assert answer.data == first.data
    assert answer.headers["Cache-Control"] == "public, no-cache"
    assert {"Vary", "Set-Cookie"}.isdisjoint(answer.headers.keys())


def test_somebody_who_is_apart_or_away_reads_what_all_read(browser, ann, eve, first):
    ann.block(eve)
    browser.sign_in(eve)
    eve.leave()
    db.session.commit()

    assert len(fetch(browser.client, "/@ann/feed.atom")) == 1
