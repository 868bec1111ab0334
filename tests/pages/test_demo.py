"""The demo site says something of itself, too."""

from app.models import Page
from tests.support.database import changes


def test_the_demo_site_has_pages(app, browser):
    app.test_cli_runner().invoke(args=["seed"])

    page = browser.visit("/about")

    assert page.text("h1") == "About"
    assert {"About", "House rules"} <= set(page.texts("footer.colophon a"))


def test_seeding_twice_adds_no_page(app):
    app.test_cli_runner().invoke(args=["seed"])

    with changes(Page, by=0):
        app.test_cli_runner().invoke(args=["seed"])
