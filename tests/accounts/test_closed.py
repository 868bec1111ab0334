from app.extensions import db
from app.models import Account, Site
from tests.accounts.test_create import ZOE
from tests.fixtures.joining import change_site
from tests.support.database import changes


def test_the_page_says_that_nobody_can_join(browser, closed):
    page = browser.visit("/sign-up")

    assert page.text("h1") == "The door is closed"
    assert page.select("main form") == []
    assert page.select("a[href='/sign-in']")


def test_a_form_from_before_is_refused(browser):
    page = browser.visit("/sign-up")
    change_site(joining="closed")

    with changes(Account, by=0):
        refused = page.submit(**ZOE)

    assert refused.status == 403
    assert refused.text("h1") == "The door is closed"


def test_an_invitation_does_not_open_it(browser, closed, invitation):
    page = browser.visit(f"/join/{invitation.code}")

    assert page.text("h1") == "The door is closed"


def test_no_page_asks_visitors_to_join(browser, closed, essay):
    pages = [browser.visit(path) for path in ("/", "/explore/", "/sign-in")]

    assert not any(page.select("a[href^='/sign-up']") for page in pages)


def test_members_still_sign_in(browser, closed, bob):
    home = browser.visit("/sign-in").submit(
        identifier="bob", password="seven quiet herons"
    )

    assert home.path == "/"


def test_another_process_hears_of_it_before_anybody_joins(browser):
    """What is remembered of the site may be old: the database is asked."""
    page = browser.visit("/sign-up")
    db.session.query(Site).update({"joining": "closed"})
    db.session.commit()

    assert page.submit(**ZOE).status == 403
