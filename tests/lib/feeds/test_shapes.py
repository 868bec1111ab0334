"""Feeds of whatever somebody could have written, read by strict parsers."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.feeds import SHAPES, Answered, Entry, Feed, Image, Writer, tag_uri

MOMENT = datetime(2026, 11, 21, 20, 15, 59, 999_999, tzinfo=UTC)
#: One character of every plane that Unicode has, and the last two of each.
PLANES = "".join(
    chr(plane * 0x10000 + at) for plane in range(17) for at in (0x1234, 0xFFFD)
)
CONTROLS = "".join(map(chr, [*range(0x20), 0x7F, *range(0x80, 0xA0), 0xFFFE, 0xFFFF]))


def entry_of(words, **more):
    return Entry(
        id="tag:example.org,2026-11-21:post/1",
        url="https://example.org/@ann/tides",
        title=words,
        label=words,
        html=words,
        summary=words,
        published=MOMENT,
        updated=MOMENT,
        writers=(Writer(words, "https://example.org/@ann"),),
        tags=(words,),
        **more,
    )


def feed_of(*entries, **more):
    address = "https://example.org/feed"
    known = {"id": address, "url": address, "first": address, "page": address}
    return Feed(title="Tides", entries=entries, **known, **more)


def read(shape, feed):
    """The one entry, by a parser: its title and its words."""
    text = SHAPES[shape].write(feed)
    if shape == "json":
        [item] = json.loads(text)["items"]
        return item["title"], item["content_html"]
    ElementTree.fromstring(text.encode())  # noqa: S314  (what we wrote ourselves)
    parsed = feedparser.parse(text.encode(), sanitize_html=False)
    assert not parsed.bozo
    [item] = parsed.entries
    return item.title, item.content[0].value


@pytest.mark.parametrize("shape", SHAPES)
def test_every_plane_of_unicode_comes_through(shape):
    words = f"x{PLANES}x"

    assert read(shape, feed_of(entry_of(words))) == (words, words)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_no_document_may_hold_is_left_out(shape):
    title, words = read(shape, feed_of(entry_of(f"a{CONTROLS}b\ud800c")))

    assert not set(title + words) & set(map(chr, [0, 8, 0x0B, 0x1F, 0xFFFE, 0xFFFF]))
    assert (title[0], title[-2:]) == ("a", "bc")


@pytest.mark.parametrize("shape", SHAPES)
@given(words=st.text(min_size=1, max_size=60))
def test_nothing_that_is_written_breaks_it(shape, words):
    feed = feed_of(
        entry_of(words), subtitle=words, words=words, writer=Writer(words, words)
    )

    text = SHAPES[shape].write(feed)

    text.encode()
    assert json.loads(text) if shape == "json" else ElementTree.fromstring(text)  # noqa: S314


@pytest.mark.parametrize("shape", ["atom", "rss"])
def test_markup_stays_words(shape):
    words = "]]> </title><script>&amp;&lt; \"'"

    assert read(shape, feed_of(entry_of(words)))[1] == words


@pytest.mark.parametrize("shape", SHAPES)
def test_moments_are_told_in_utc(shape):
    east = MOMENT.astimezone(timezone(timedelta(hours=13)))

    text = SHAPES[shape].write(feed_of(replace(entry_of("x"), published=east)))

    said = "Sat, 21 Nov 2026 20:15:59 GMT" if shape == "rss" else "2026-11-21T20:15:59Z"
    assert said in text


@pytest.mark.parametrize("shape", SHAPES)
def test_the_language_that_all_share_is_told_of_the_feed(shape):
    both = feed_of(entry_of("x", language="de"), entry_of("y", language="de"))
    mixed = feed_of(entry_of("x", language="de"), entry_of("y"))

    assert both.language == "de"
    assert mixed.language == ""
    assert "de" in SHAPES[shape].write(mixed)


def test_a_comment_says_what_it_answers():
    answered = Answered("tag:example.org,2026:post/1", "https://example.org/@ann/x")

    text = SHAPES["atom"].write(feed_of(entry_of("x", answers=answered)))

    assert f'<thr:in-reply-to ref="{answered.id}" href="{answered.url}"/>' in text


@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_is_told_with_its_words(shape):
    image = Image("https://example.org/a.webp?b&c", "image/webp", "A “heron”")

    text = SHAPES[shape].write(feed_of(entry_of("x", image=image)))

    assert "https://example.org/a.webp?b" in text
    assert shape == "json" or "A “heron”" in text


@pytest.mark.parametrize(
    ("site", "host"),
    [
        ("https://example.org", "example.org"),
        ("http://localhost:8000", "localhost"),
        ("https://EXAMPLE.org/blog", "example.org"),
    ],
)
def test_a_name_is_of_the_host_and_the_day(site, host):
    assert tag_uri(site, MOMENT, "post", 7) == f"tag:{host},2026-11-21:post/7"
