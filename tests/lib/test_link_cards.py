from time import process_time

import pytest

from app.lib.link_cards import card_of
from app.lib.markdown import LinkCard

HERE = "https://www.example.org/tides"


def test_open_graph_says_it_best():
    html = """<head><title>Tides | Site</title>
    <meta property="og:title" content="The tide tables">
    <meta property="og:description" content="On waiting.">
    <meta property="og:site_name" content="The Almanac"></head>"""

    assert card_of(HERE, html) == LinkCard(
        HERE, "The tide tables", "On waiting.", "The Almanac"
    )


def test_a_title_and_a_description_do():
    html = '<title>Tides</title><meta name="description" content="On waiting.">'

    assert card_of(HERE, html) == LinkCard(HERE, "Tides", "On waiting.", "example.org")


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<title> \n </title>",
        "<body><title>Too late</title>",
        "<head></head><meta property='og:title' content='Too late'>",
        "<meta property='og:title'>",
    ],
)
def test_a_page_that_says_nothing_has_no_card(html):
    assert card_of(HERE, html) is None


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>Ink &amp; paper</title>", "Ink & paper"),
        ("<title>One\n\x00 line</title>", "One line"),
        ("<title>&lt;script&gt;</title>", "<script>"),
        ("<TITLE>Loud</TITLE><title>Second</title>", "Loud"),
        ("<title>Tides</title><![if IE]>", "Tides"),
    ],
)
def test_the_words_of_others_are_plain_words(html, title):
    assert card_of(HERE, html).title == title


def test_they_are_no_longer_than_a_card_is_wide():
    card = card_of(HERE, f"<title>{'word ' * 200}</title>")

    assert len(card.title) <= 200


def test_a_title_without_end_takes_no_time():
    started = process_time()

    card_of(HERE, "<title>" + "<" * 500_000)

    assert process_time() - started < 5
