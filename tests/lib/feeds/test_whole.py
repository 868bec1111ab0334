"""Addresses in a text that is read elsewhere."""

import re

import pytest

from app.lib import markdown
from app.lib.feeds import whole

PAGE = "https://example.org/@ann/tides"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/@bob">B</a>', '<a href="https://example.org/@bob">B</a>'),
        ('<a href="#fn1">1</a>', f'<a href="{PAGE}#fn1">1</a>'),
        ('<a href="other">x</a>', '<a href="https://example.org/@ann/other">x</a>'),
        ('<a href="?a=1&amp;b=2">x</a>', f'<a href="{PAGE}?a=1&amp;b=2">x</a>'),
        ('<a href="//cdn.example/x">x</a>', '<a href="https://cdn.example/x">x</a>'),
        (
            '<a href="https://x.example/#a">x</a>',
            '<a href="https://x.example/#a">x</a>',
        ),
        ('<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'),
        ('<img src="/a.png">', '<img src="https://example.org/a.png">'),
        ('<a href="//[">x</a>', '<a href="//[">x</a>'),
        (
            '<source srcset="/a.webp 480w, /b.webp 960w" type="image/webp">',
            '<source srcset="https://example.org/a.webp 480w, '
            'https://example.org/b.webp 960w" type="image/webp">',
        ),
    ],
)
def test_addresses_say_where_they_are(html, expected):
    assert whole(html, PAGE) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<p>Write href="/here" or &lt;a href="/x"&gt;.</p>',
        '<a title=" href=" href="https://x.example/">x</a>',
        '<img alt=" src=" src="https://x.example/a.png">',
        "<p>No address &amp; nothing</p>",
    ],
)
def test_what_only_looks_like_an_address_stays(html):
    assert whole(html, PAGE) == html


@pytest.mark.parametrize(
    "text",
    [
        "One.[^1]\n\n[^1]: Note.",
        '`<a href="/x">` and <a href="/y">z</a>',
        "![](/a.png)",
    ],
)
def test_of_a_text_of_ours_no_address_is_left_without_its_site(text):
    html = whole(markdown.render(text).html, PAGE)

    assert '="https://example.org/' in html
    assert not re.search('<[^>]*(href|src)="[/#]', html)
