"""What a text looks like to its reader, and how properties are tried."""

from bs4 import BeautifulSoup
from hypothesis import settings

from app.lib.markdown import Known, render

#: The same examples in every run, however slow the machine is.
a_property = settings(deadline=None, derandomize=True, database=None)
NOTHING = Known()


def prose(source: str, prefix: str = "", known: Known = NOTHING) -> BeautifulSoup:
    """``source`` as a page shows it."""
    html = render(source, prefix, look_up=lambda named: known).html
    return BeautifulSoup(html, "html.parser")


def ids(page: BeautifulSoup) -> list[str]:
    return [str(tag["id"]) for tag in page.select("[id]")]
