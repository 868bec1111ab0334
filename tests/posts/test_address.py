"""Where a post is found, and everywhere it was found before."""

import pytest

from app.extensions import db
from app.models import FormerSlug
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.database import changes, queries


@pytest.fixture
def sheet(browser, ann, essay):
    """Ann's essay, open in her editor."""
    return browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")


@pytest.fixture
def moved(essay):
    """Ann's essay, which was at /@ann/the-tide-tables."""
    essay.move_to("high-water")
    db.session.commit()
    return essay


def test_the_sheet_says_where_a_post_is(sheet):
    assert sheet.value("address") == "the-tide-tables"


def test_a_draft_has_no_address_yet(browser, ann, draft):
    page = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")

    assert page.value("address") == ""


def test_an_address_is_chosen_with_the_draft(browser, ann, draft):
    page = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")

    page = page.submit("#editor", "publish", address="Figs & Letters")

    assert page.path == "/@ann/figs-letters"


def test_a_published_post_moves(sheet):
    page = sheet.submit("#editor", "save", address="High Water")

    assert (page.path, page.text("h1")) == ("/@ann/high-water", "The tide tables")


def test_the_old_address_leads_to_the_new_one_for_ever(client, moved):
    answer = client.get("/@ann/the-tide-tables?from=mail")

    assert answer.status_code == 301
    assert answer.location == "/@ann/high-water?from=mail"


def test_so_does_every_address_before_it(browser, moved):
    moved.move_to("low-water")
    db.session.commit()

    for slug in ("the-tide-tables", "high-water"):
        assert browser.visit(f"/@ann/{slug}").path == "/@ann/low-water"


def test_an_old_handle_and_an_old_address_are_found_together(browser, ann, moved):
    ann.rename("anna")
    db.session.commit()

    assert browser.visit("/@ann/the-tide-tables").path == "/@anna/high-water"


def test_pages_below_the_old_address_move_along(client, moved):
    moved.shows_history = True
    db.session.commit()

    answer = client.get("/@ann/the-tide-tables/history")

    assert answer.location == "/@ann/high-water/history"


@pytest.mark.parametrize("audience", ["private", "followers"])
def test_an_old_address_tells_nobody_of_what_is_not_for_them(browser, moved, audience):
    moved.show_to(audience)
    db.session.commit()

    assert browser.visit("/@ann/the-tide-tables").status == 404


def test_an_old_address_of_what_is_binned_leads_nowhere(browser, moved):
    moved.throw_away()
    db.session.commit()

    assert browser.visit("/@ann/the-tide-tables").status == 404


def test_the_author_takes_the_old_address_back(sheet):
    page = sheet.submit("#editor", "save", address="high-water")
    sheet = page.browser.visit(f"{page.select('a[href$=edit]')[0]['href']}")

    page = sheet.submit("#editor", "save", address="the-tide-tables")

    assert page.path == "/@ann/the-tide-tables"
    assert page.browser.visit("/@ann/high-water").path == "/@ann/the-tide-tables"


def test_an_empty_field_leaves_a_published_post_where_it_is(sheet):
    assert sheet.submit("#editor", "save", address="").path == "/@ann/the-tide-tables"


def test_moving_is_no_edit_of_the_text(sheet):
    page = sheet.submit("#editor", "save", address="high-water")

    assert "edited" not in page.text(".article-head .byline")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("!?", "needs a letter or a digit"),
        ("History", "“history” is another page of yours"),
        ("series", "“series” is another page of yours"),
        ("other", "Another post of yours is or was there"),
        ("before", "Another post of yours is or was there"),
        ("x" * 101, "100 characters long at most"),
    ],
)
def test_what_cannot_be_an_address_is_said_kindly(sheet, ann, address, words):
    other = publish(ann, "Before")
    other.move_to("other")
    db.session.commit()

    page = sheet.submit("#editor", "save", address=address, body="Typed.")

    assert page.status == 422
    assert words in page.text("#address-error")
    assert (page.value("address"), page.value("body")) == (address, "Typed.")


def test_somebody_else_may_have_the_same_address(browser, bob, moved):
    sheet = browser.sign_in(bob).visit("/posts/new")

    page = sheet.submit("#editor", "publish", body="Mine.", address="the-tide-tables")

    assert page.path == "/@bob/the-tide-tables"


def test_a_new_post_of_the_old_title_gets_a_number(ann, moved):
    assert publish(ann, "The tide tables").slug == "the-tide-tables-2"


def test_a_sheet_with_an_address_sent_twice_is_one_post(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")
    sheet.submit("#editor", "save", title="Once", body="x", address="figs")

    page = sheet.submit("#editor", "publish", title="Once", body="x", address="figs")

    assert page.path == "/@ann/figs"


def test_the_address_goes_with_the_post(ann, moved):
    with changes(FormerSlug, by=-1):
        db.session.delete(moved)
        db.session.commit()


def test_a_note_leaves_addresses_alone(browser, bob):
    page = browser.sign_in(bob).visit("/").submit("form.composer", body="A note.")

    assert page.status == 200


def test_what_moved_is_found_in_few_statements(client, moved):
    client.get("/@ann/the-tide-tables")

    with queries(at_most=3):
        client.get("/@ann/the-tide-tables")


def test_of_two_tabs_one_gets_the_address(race, shared_app):
    with shared_app.app_context():
        ann, posts = publish_two()
    sheets = [race.browser(ann).visit(f"/posts/{key}/edit") for key in posts]

    pages = race.run(
        *(lambda s=s: s.submit("#editor", "save", address="figs") for s in sheets)
    )

    assert sorted(page.status for page in pages) == [200, 422]


def publish_two():
    """Ann, and the numbers of two posts of hers."""
    ann = join("ann", "Ann Okafor")
    return ann, [publish(ann, title).id for title in ("One", "Two")]
