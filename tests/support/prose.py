"""What a text looks like to its reader, and how properties are tried."""

from bs4 import BeautifulSoup
from hypothesis import settings

from app.lib.markdown import render

#: The same examples in every run, however slow the machine is.
a_property = settings(deadline=None, derandomize=True, database=None)


def prose(source: str, prefix: str = "") -> BeautifulSoup:
    """``source`` as a page shows it."""
    return BeautifulSoup(render(source, prefix).html, "html.parser")


def ids(page: BeautifulSoup) -> list[str]:
    return [str(tag["id"]) for tag in page.select("[id]")]
