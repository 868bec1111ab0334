"""Exercise 2: a description in the head of each page."""

import re

import pytest

from app import app

DESCRIPTION = re.compile(r'<meta name="description" content="(?P<words>[^"]*)">')


@pytest.fixture
def describe():
    """What the page at an address says of itself."""
    client = app.test_client()

    def read(path):
        found = DESCRIPTION.findall(client.get(path).text)
        assert len(found) == 1, f"{path} has {len(found)} descriptions"
        return found[0]

    return read


def test_the_first_page_says_what_this_place_is(describe):
    assert describe("/") == "A quiet place to think out loud."


def test_a_post_is_described_by_its_beginning(describe):
    words = describe("/posts/1")

    assert words.startswith("Rain since four.")
    assert len(words) <= 120


def test_what_looks_like_a_tag_stays_text(describe):
    assert "&lt;between&gt;" in describe("/posts/2")
