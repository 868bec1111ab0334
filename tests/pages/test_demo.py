"""The demo site says something of itself, too."""

from app.extensions import db
from app.models import Page
from tests.support.browser import Browser
from tests.support.database import changes


def test_the_demo_site_has_pages(demo):
    page = Browser(demo.test_client()).visit("/about")

    assert page.text("h1") == "About"
    assert {"About", "House rules"} <= set(page.texts("footer.colophon a"))


def test_seeding_twice_adds_no_page(demo):
    with changes(Page, by=0):
        demo.test_cli_runner().invoke(args=["seed"])


def test_what_somebody_wrote_there_stays(demo):
    db.session.query(Page).filter_by(slug="about").update({"form_key": "their own"})
    db.session.commit()

    answer = demo.test_cli_runner().invoke(args=["seed"])

    assert answer.exit_code == 0
    assert db.session.query(Page).filter_by(form_key="their own").count() == 1
