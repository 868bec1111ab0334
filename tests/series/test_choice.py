"""A series is begun and joined beside the text of a post."""

import pytest

from app.extensions import db
from app.models import Series, SeriesPart
from app.models import series as series_module
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.database import changes
from tests.support.sheets import autosave


@pytest.fixture
def sheet(browser, ann, letters, essay):
    """An essay of Ann's that is no letter, open in her editor."""
    return browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")


def test_the_sheet_offers_ones_own_series_alone(sheet, bob):
    bob.series_called("Not hers")
    db.session.commit()

    page = sheet.browser.visit(sheet.path)

    assert page.texts("#series option") == ["None", "The fig letters"]


def test_a_post_joins_as_the_last_part(sheet, letters):
    page = sheet.submit("#editor", "save", series=str(letters.id))

    assert page.text(".series-nav p") == "Part 4 of The fig letters"


def test_the_sheet_says_what_it_is_part_of(sheet, letters, essay):
    sheet.submit("#editor", "save", series=str(letters.id))

    assert sheet.browser.visit(sheet.path).value("series") == str(letters.id)


def test_a_title_begins_one(sheet):
    with changes(Series, by=1):
        page = sheet.submit("#editor", "save", new_series="Tides")

    assert page.text(".series-nav p") == "Part 1 of Tides"


def test_half_a_title_that_is_kept_meanwhile_begins_none(browser, ann, draft):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")

    with changes(Series, by=0):
        autosave(sheet, new_series="Tid")


def test_the_same_title_is_the_same_series(sheet):
    with changes(Series, by=0):
        page = sheet.submit("#editor", "save", new_series="The fig letters")

    assert page.text(".series-nav p") == "Part 4 of The fig letters"


def test_a_post_is_part_of_one_series(sheet, letters):
    sheet.submit("#editor", "save", series=str(letters.id))

    with changes(SeriesPart, by=0):
        page = sheet.submit("#editor", "save", new_series="Tides")

    assert page.text(".series-nav p") == "Part 1 of Tides"


def test_a_post_leaves(browser, ann, parts):
    sheet = browser.sign_in(ann).visit(f"/posts/{parts['First'].id}/edit")

    page = sheet.submit("#editor", "save", series="")

    assert not page.select(".series-nav")
    assert browser.visit("/@ann/second").text(".series-nav p").startswith("Part 1")


def test_saving_again_leaves_its_place(browser, ann, parts):
    sheet = browser.sign_in(ann).visit(f"/posts/{parts['First'].id}/edit")

    page = sheet.submit("#editor", "save", body="Another text.")

    assert page.text(".series-nav p") == "Part 1 of The fig letters"


def test_a_series_of_somebody_else_is_no_choice(sheet, bob):
    theirs = bob.series_called("Not hers")
    db.session.commit()

    page = sheet.submit("#editor", "save", series=str(theirs.id), body="Typed.")

    assert (page.status, page.value("body")) == (422, "Typed.")
    assert page.text("#series-error") == "That series is gone. Choose another one."


@pytest.mark.parametrize("choice", ["x", "-1", "9" * 30])
def test_what_is_no_choice_is_refused(sheet, choice):
    assert sheet.submit("#editor", "save", series=choice).status == 422


def test_a_full_series_says_so(sheet, letters, monkeypatch):
    monkeypatch.setattr(series_module, "MOST_PARTS", 3)

    page = sheet.submit("#editor", "save", series=str(letters.id))

    assert page.text("#series-error") == "This series is full. Begin another one."


def test_two_series_of_one_address_get_a_number(ann, letters):
    assert ann.series_called("The fig: letters!").slug == "the-fig-letters-2"


def test_of_two_that_begin_one_there_is_one(race, shared_app):
    with shared_app.app_context():
        ann = join("ann", "Ann Okafor")
        keys = [publish(ann, title).id for title in ("One", "Two")]
    sheets = [race.browser(ann).visit(f"/posts/{key}/edit") for key in keys]

    pages = race.run(
        *(lambda s=s: s.submit("#editor", "save", new_series="Figs") for s in sheets)
    )

    assert sorted(page.status for page in pages) == [200, 200]
    assert len(race.browser(ann).visit("/series/").select("article.entry")) == 1
