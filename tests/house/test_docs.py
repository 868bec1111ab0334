"""What is written beside the code: a decision has one number, a link an end."""

import re
from collections import Counter

import pytest

from tests.support.source import ROOT, name_of

FILES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/*.md")]
)
LISTING = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|/)(?P<path>[^)\s#]+)")


def test_a_decision_has_a_number_of_its_own():
    numbers = Counter(path.name[:4] for path in ROOT.glob("docs/decisions/*.md"))

    assert [number for number, count in numbers.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_link_leads_somewhere(path):
    prose = LISTING.sub("", path.read_text())
    paths = [link["path"] for link in LINK.finditer(prose)]

    assert [there for there in paths if not is_there(path.parent / there)] == []


def is_there(path):
    """Whether a link leads somewhere; the whole application has no book beside it."""
    book = (ROOT / "tutorial").resolve()
    return path.exists() or (not book.exists() and book in path.resolve().parents)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_that_is_named_is_there(path):
    named = re.findall(r"`((?:app|tests|docs|bench)/[\w/]+\.\w+)`", path.read_text())

    assert [there for there in named if not (ROOT / there).exists()] == []
