"""What everybody reads, and who reads it."""

import pytest

from app.extensions import db
from tests.fixtures.pages import put_up
from tests.support.database import queries


def test_everybody_reads_a_page(browser, about):
    page = browser.visit("/pages/about")

    assert (page.status, page.text("h1")) == (200, "About us")
    assert page.text(".prose em") == "like"
    assert page.shows("Last changed on")


def test_it_names_its_address_and_what_it_is_about(browser, about):
    page = browser.visit("/pages/about")

    (canonical,) = page.select("link[rel=canonical]")
    assert canonical["href"] == "http://localhost/pages/about"
    assert page.select("meta[name=description]")[0]["content"] == "We like words."
    assert not page.select("meta[name=robots]")


def test_it_runs_no_script(browser, ann):
    put_up(ann, "</title><script>x</script>", "<script>x</script>", slug="odd")

    page = browser.visit("/pages/odd")

    assert page.text("h1") == "</title><script>x</script>"
    assert not page.select("script:not([src])")


def test_a_draft_is_nowhere(browser, rules):
    assert browser.visit("/pages/rules").status == 404


def test_nor_is_one_that_was_taken_off(browser, about):
    about.withdraw()
    db.session.commit()

    assert browser.visit("/pages/about").status == 404


def test_nor_one_in_the_bin(browser, about):
    about.throw_away()
    db.session.commit()

    assert browser.visit("/pages/about").status == 404


def test_only_admins_see_a_way_to_change_it(browser, about, ann, bob):
    mine = browser.sign_in(ann).visit("/pages/about").select("main a[href$='/edit']")
    theirs = browser.sign_in(bob).visit("/pages/about").select("main a[href$='/edit']")

    assert (len(mine), len(theirs)) == (1, 0)


def test_a_page_costs_one_statement(browser, about):
    browser.visit("/pages/about")

    with queries(at_most=1):
        browser.visit("/pages/about")


@pytest.mark.parametrize("slug", ["..", "%00", "%F0%9F%92%A5", "x" * 121, "a%20b"])
def test_odd_addresses_are_nowhere(browser, about, slug):
    assert browser.visit(f"/pages/{slug}").status in {404, 308}


def test_an_address_may_be_in_any_script(browser, ann):
    put_up(ann, "Größe", slug="größe")

    page = browser.visit("/pages/gr%C3%B6%C3%9Fe")

    assert (page.status, page.text("h1")) == (200, "Größe")


def test_what_an_older_renderer_drew_is_drawn_again(app, browser, about):
    about.renderer, about.body_html = 0, "<p>Old.</p>"
    db.session.commit()

    app.test_cli_runner().invoke(args=["prune"])

    assert browser.visit("/pages/about").text(".prose") == "We like words."
