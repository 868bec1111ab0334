"""Every example of the specification comes out as it says, but where we differ."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from app.lib.markdown import render
from app.lib.sanitize import sanitized

FOLDER = Path(__file__).parent / "commonmark"
EXAMPLES = json.loads((FOLDER / "examples.json").read_text(encoding="utf-8"))

# Pictures of ours that stand alone are figures, and their title is the caption.
FIGURES = {572, 574, 575, 581, 582, 583, 584, 585, 586, 588, 589, 591}
# Pictures from elsewhere are links to them; inside a link, words.
LINKED_PICTURES = {517, 520, 531, 573, 576, 577, 578, 580}
# Addresses are links without being put between angle brackets.
BARE_ADDRESSES = {602, 608, 611, 612}
# A sharp before a word makes it a tag.
TAGS = {64, 619}
OTHERWISE = FIGURES | LINKED_PICTURES | BARE_ADDRESSES | TAGS
SAME = [example for example in EXAMPLES if example["example"] not in OTHERWISE]


def looks(html):
    """The elements and words of ``html``, without what we add to the specification's.

    Listings are framed, coloured and reached by keyboard; headings can be linked to.
    """
    page = BeautifulSoup(html, "html.parser")
    for frame in page.select(".highlight"):
        frame.unwrap()
    for listing in page.select("pre"):
        listing.attrs.clear()
        for code in listing.select("code"):
            code.attrs, code.string = {}, code.text
    for heading in page.select("h2, h3, h4, h5, h6"):
        heading.attrs.pop("id", None)
    for words in page.find_all(string=re.compile(r"^\s*\n\s*$")):
        if not words.find_parent("pre"):
            words.extract()
    return page.decode().strip()


def specified(html):
    """What it wants, with headings one level down and as safe as ours."""
    return sanitized(re.sub(r"(</?h)1>", r"\g<1>2>", html))


@pytest.mark.parametrize(
    "example", SAME, ids=lambda e: f"{e['example']} {e['section']}"
)
def test_an_example_comes_out_as_specified(example):
    ours = looks(render(example["markdown"]).html)

    assert ours == looks(specified(example["html"]))


def test_all_examples_are_here():
    assert [example["example"] for example in EXAMPLES] == list(range(1, 653))
