import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.database import queries

PATH = "/@ann/series/the-fig-letters"


def test_a_series_is_read_in_its_order(browser, letters):
    page = browser.visit(PATH)

    assert page.text("h1") == "The fig letters"
    assert page.texts(".feed h2") == ["First", "Second", "Third"]
    assert page.text("header .byline") == "Ann Okafor3 parts"


def test_a_part_leads_to_those_beside_it(browser, letters):
    nav = browser.visit("/@ann/second")

    assert nav.text(".series-nav p") == "Part 2 of The fig letters"
    assert nav.select("a[rel=prev]")[0]["href"] == "/@ann/first"
    assert nav.select("a[rel=next]")[0]["href"] == "/@ann/third"


def test_the_ends_lead_one_way(browser, letters):
    first, last = browser.visit("/@ann/first"), browser.visit("/@ann/third")

    assert not first.select("a[rel=prev]")
    assert not last.select("a[rel=next]")


def test_what_is_in_no_series_has_no_place(browser, letters, essay):
    assert not browser.visit(essay.path).select(".series-nav")


@pytest.mark.parametrize("audience", ["private", "followers", "unlisted"])
def test_numbers_tell_nothing_of_what_is_not_for_the_reader(
    browser, bob, letters, parts, audience
):
    parts["Second"].show_to(audience)
    db.session.commit()

    page = browser.sign_in(bob).visit("/@ann/third")

    assert page.text(".series-nav p") == "Part 2 of The fig letters"
    assert page.select("a[rel=prev]")[0]["href"] == "/@ann/first"
    assert browser.visit(PATH).texts(".feed h2") == ["First", "Third"]


def test_a_follower_finds_what_is_for_followers(browser, bob, ann, letters, parts):
    parts["Second"].show_to("followers")
    bob.follow(ann)
    db.session.commit()

    page = browser.sign_in(bob).visit("/@ann/third")

    assert page.text(".series-nav p") == "Part 3 of The fig letters"


def test_drafts_and_the_bin_are_no_parts(browser, ann, letters, parts):
    parts["First"].throw_away()
    parts["Second"].unpublish()
    db.session.commit()

    assert browser.visit("/@ann/third").text(".series-nav p").startswith("Part 1 of")


def test_what_comes_back_has_its_place_again(browser, letters, parts):
    parts["First"].throw_away()
    parts["First"].take_back()
    db.session.commit()

    assert browser.visit("/@ann/second").text(".series-nav p").startswith("Part 2 of")


def test_of_a_series_without_anything_to_read_only_its_author_is_told(browser, ann):
    ann.series_called("Secret plans")
    db.session.commit()
    path = "/@ann/series/secret-plans"

    assert browser.visit(path).status == 404
    assert browser.sign_in(ann).visit(path).text(".empty h2") == "Nothing to read yet"


def test_a_series_is_found_under_the_handle_of_now(browser, ann, letters):
    ann.rename("anna")
    db.session.commit()

    assert browser.visit(PATH).path == "/@anna/series/the-fig-letters"


@pytest.mark.parametrize("slug", ["none", "%00", "a" * 121, "THE-FIG-LETTERS"])
def test_no_other_series_is_found(browser, letters, slug):
    assert browser.visit(f"/@ann/series/{slug}").status == 404


def test_a_title_is_text(browser, ann):
    ann.series_called("<b>Bold</b>").append(publish(ann, "One"))
    db.session.commit()

    assert browser.visit("/@ann/one").text(".series-nav p") == "Part 1 of <b>Bold</b>"


def test_a_note_can_be_a_part(browser, ann, letters):
    letters.append(publish(ann, body="Only a note."))
    db.session.commit()

    assert "Only a note." in browser.visit("/@ann/third").text("a[rel=next]")


@pytest.mark.parametrize("count", [1, 20])
def test_a_long_series_takes_no_more_statements(browser, ann, letters, count):
    for number in range(count):
        letters.append(publish(ann, f"More {number}"))
    db.session.commit()
    browser.visit("/@ann/second")

    with queries(at_most=4):
        browser.visit("/@ann/second")
    with queries(at_most=4):
        browser.visit(PATH)
