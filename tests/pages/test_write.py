"""Writing pages, in the editor of posts."""

import pytest

from app.extensions import db
from app.models import AuditEntry, Page
from tests.support.database import changes, fresh

TYPED = {"title": "Rules", "summary": "In short.", "body": "Be *kind*."}


@pytest.fixture
def sheet(browser, ann):
    """An empty sheet for a page of the site."""
    return browser.sign_in(ann).visit("/pages/new")


@pytest.fixture
def desk(browser, ann, about):
    """The page About, open in Ann's editor."""
    return browser.sign_in(ann).visit(f"/pages/{about.id}/edit")


def recorded():
    entries = db.session.scalars(db.select(AuditEntry).order_by(AuditEntry.id))
    return [entry.action for entry in entries if entry.action.startswith("page.")]


def test_a_new_page_is_published(sheet):
    page = sheet.submit("#editor", "publish", **TYPED)

    assert (page.path, page.text(".prose em")) == ("/pages/rules", "kind")
    assert page.text(".dek") == "In short."


def test_it_is_written_down(sheet):
    sheet.submit("#editor", "publish", **TYPED)

    assert recorded() == ["page.published"]


def test_a_draft_is_seen_by_those_who_run_the_site(sheet, browser):
    page = sheet.submit("#editor", "save", **TYPED)

    assert page.value("body") == "Be *kind*."
    assert page.shows("Only those who run the site see it.")
    assert recorded() == []


def test_sent_twice_it_is_one_page(sheet):
    with changes(Page, by=1):
        for _ in range(2):
            sheet.submit("#editor", "publish", **TYPED)


def test_with_other_words_the_second_is_shown_beside_the_first(sheet):
    sheet.submit("#editor", "publish", **TYPED)

    page = sheet.submit("#editor", "publish", **{**TYPED, "body": "Be kinder."})

    assert (page.status, page.text("#newer")) == (409, "Be *kind*.")
    assert page.value("body") == "Be kinder."


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"summary": "x" * 301}, "summary"),
        ({"body": ""}, "body"),
        ({"body": "x" * 200_001}, "body"),
        ({"place": "100"}, "place"),
        ({"place": "-1"}, "place"),
        ({"place": "9" * 30}, "place"),
        ({"language": "klingon"}, "language"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_words(sheet, typed, field):
    with changes(Page, by=0):
        page = sheet.submit("#editor", "publish", **{**TYPED, **typed})

    assert page.status == 422
    assert page.select(f"#{field}-error")
    assert page.value("body") == {**TYPED, **typed}["body"]


def test_a_page_that_is_out_keeps_its_title(desk, browser):
    page = desk.submit("#editor", "save", title="")

    assert page.status == 422
    assert browser.visit("/pages/about").text("h1") == "About us"


def test_the_preview_writes_nothing(sheet):
    with changes(Page, by=0):
        page = sheet.submit("#editor", "preview", **TYPED)

    assert page.text("#previewed .prose em") == "kind"
    assert page.value("title") == "Rules"


def test_the_live_preview_draws_it_too(sheet):
    fields = {**sheet.fields("#editor"), **TYPED, "slug": "new", "do": "preview"}

    page = sheet.browser.send(sheet.select("#editor")[0]["data-previews"], fields)

    assert page.text("#previewed .prose em") == "kind"


def test_a_change_is_seen_at_once_and_written_down(desk):
    page = desk.submit("#editor", "save", body="We love words.")

    assert page.text(".prose") == "We love words."
    assert recorded() == ["page.changed"]


def test_what_an_older_tab_did_not_touch_stays(desk, browser, about):
    browser.visit(desk.path).submit("#editor", "save", is_linked="", place="7")

    desk.submit("#editor", "save", title="About")

    page = fresh(about)
    assert (page.title, page.is_linked, page.place) == ("About", False, 7)


def test_it_is_taken_from_the_foot_and_put_back(desk, browser, about):
    desk.submit("#editor", "save", is_linked="", place="")
    assert (fresh(about).is_linked, about.place) == (False, 0)

    browser.visit(desk.path).submit("#editor", "save", is_linked="y", place="2")
    assert (fresh(about).is_linked, about.place) == (True, 2)


def test_saved_as_it_is_nothing_is_written_down(desk):
    desk.submit("#editor", "save")

    assert recorded() == []


def test_an_edit_over_a_newer_text_shows_both(desk, browser, about):
    browser.visit(desk.path).submit("#editor", "save", body="Newer.")

    page = desk.submit("#editor", "save", body="Mine.")

    assert (page.status, page.value("body")) == (409, "Mine.")
    assert page.text("#newer") == "Newer."
    assert page.texts(".ways button") == ["Replace it with mine"]


def test_mine_replaces_it_then_with_all_that_stood_beside(desk, browser, about):
    browser.visit(desk.path).submit("#editor", "save", body="Newer.")

    both = desk.submit("#editor", "save", body="Mine.", place="7")

    assert both.submit("#conflict", "save").text(".prose") == "Mine."
    assert fresh(about).place == 7


def test_who_wrote_it_last_is_known(desk, browser, about, bob):
    bob.account.role = "admin"
    db.session.commit()

    browser.sign_in(bob).visit(desk.path).submit("#editor", "save", body="Bob's.")

    assert fresh(about).author_id == bob.id


def test_two_admins_in_a_draft_hear_of_each_other(browser, ann, rules):
    first = browser.sign_in(ann).visit(f"/pages/{rules.id}/edit")
    browser.visit(first.path).submit("#editor", "save", body="Bob's.")

    assert first.submit("#editor", "publish", body="Ann's.").status == 409
