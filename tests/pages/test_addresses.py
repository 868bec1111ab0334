"""Where a page is found: addresses that are chosen, that change, and that are typed."""

import pytest

from app.extensions import db
from app.models import Page
from tests.fixtures.pages import put_up

TYPED = {"title": "Who we are", "body": "People."}


@pytest.fixture
def sheet(browser, ann):
    return browser.sign_in(ann).visit("/pages/new")


@pytest.fixture
def desk(browser, ann, about):
    """The page About, open in Ann's editor."""
    return browser.sign_in(ann).visit(f"/pages/{about.id}/edit")


@pytest.mark.parametrize("slug", ["about", "contact", "imprint", "privacy", "terms"])
def test_what_people_type_leads_to_the_page(client, ann, slug):
    put_up(ann, "It", slug=slug)

    answer = client.get(f"/{slug}")

    assert (answer.status_code, answer.location) == (301, f"/pages/{slug}")


@pytest.mark.parametrize("slug", ["about", "contact", "imprint", "privacy", "terms"])
def test_without_a_page_it_leads_nowhere(client, ann, slug):
    put_up(ann, "It", slug=slug, out=False)

    assert client.get(f"/{slug}").status_code == 404


def test_other_pages_have_no_short_address(client, ann):
    put_up(ann, "People", slug="rules")

    assert client.get("/rules").status_code == 404


def test_the_title_makes_an_address(sheet):
    assert sheet.submit("#editor", "publish", **TYPED).path == "/pages/who-we-are"


def test_a_second_page_of_that_title_gets_a_number(sheet, ann):
    put_up(ann, "Who we are")

    assert sheet.submit("#editor", "publish", **TYPED).path == "/pages/who-we-are-2"


def test_a_title_that_is_kept_for_the_site_gets_one_too(sheet):
    page = sheet.submit("#editor", "publish", title="New", body="A text.")

    assert page.path == "/pages/new-1"


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("new", "kept for the site itself"),
        ("Bin", "kept for the site itself"),
        ("!?", "a letter or a digit"),
        ("about", "Another page is or was there"),
        ("About", "Another page is or was there"),
        ("x" * 101, "characters long at most"),
    ],
)
def test_an_address_that_cannot_be_is_refused(sheet, about, slug, words):
    page = sheet.submit("#editor", "publish", **TYPED, slug=slug)

    assert (page.status, page.value("body")) == (422, "People.")
    assert words in page.text("#slug-error")


def test_one_in_the_bin_keeps_its_address(sheet, about):
    about.throw_away()
    db.session.commit()

    assert sheet.submit("#editor", "publish", **TYPED, slug="about").status == 422


def test_an_old_address_leads_to_the_new_one(desk, client):
    desk.submit("#editor", "save", slug="us")

    answer = client.get("/pages/about?x=1")

    assert (answer.status_code, answer.location) == (301, "/pages/us?x=1")


def test_so_does_what_people_type(desk, browser):
    desk.submit("#editor", "save", slug="us")

    assert browser.visit("/about").path == "/pages/us"


def test_nobody_else_gets_an_old_address(desk, browser):
    desk.submit("#editor", "save", slug="us")

    page = browser.visit("/pages/new").submit("#editor", "save", **TYPED, slug="about")

    assert page.status == 422


def test_the_page_itself_gets_it_back(desk, browser, about):
    desk.submit("#editor", "save", slug="us")

    page = browser.visit(f"/pages/{about.id}/edit")

    assert page.submit("#editor", "save", slug="about").path == "/pages/about"


def test_a_page_that_is_out_keeps_its_address_if_the_field_is_emptied(desk):
    assert desk.submit("#editor", "save", slug="").path == "/pages/about"


def test_the_address_of_a_draft_is_free_again(browser, ann, rules):
    sheet = browser.sign_in(ann).visit(f"/pages/{rules.id}/edit")
    sheet.submit("#editor", "save", slug="house-rules")

    page = browser.visit("/pages/new").submit("#editor", "save", **TYPED, slug="rules")

    assert page.status == 200
    assert db.session.query(Page).filter_by(slug="rules").count() == 1


def test_an_old_tab_does_not_move_it_back(desk, browser, about):
    browser.visit(f"/pages/{about.id}/edit").submit("#editor", "save", slug="us")

    assert desk.submit("#editor", "save").path == "/pages/us"


def test_a_lost_race_for_an_address_keeps_the_words(sheet, ann, monkeypatch):
    put_up(ann, "Rules", slug="rules")
    monkeypatch.setattr("app.web.find_pages.is_taken", lambda *_: False)

    page = sheet.submit("#editor", "publish", **TYPED, slug="rules")

    assert page.status == 409
    assert page.value("body") == "People."
