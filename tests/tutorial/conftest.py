"""A copy of the site without the book has nothing of it to test."""

from tests.support.source import ROOT

collect_ignore = [] if (ROOT / "tutorial/book").exists() else ["book"]
