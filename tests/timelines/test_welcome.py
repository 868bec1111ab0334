from tests.fixtures.writing import publish
from tests.support.database import queries


def test_a_visitor_reads_what_this_place_is(browser, app):
    page = browser.visit("/")

    assert page.text("h1") == "A quiet place."
    assert page.texts(".hero .button") == ["Start writing", "Read first"]
    assert not page.select("form.composer")


def test_a_visitor_sees_what_was_just_written(browser, essay, note):
    page = browser.visit("/")

    assert page.text(".entry h2") == "The tide tables"
    assert page.text(".entry-note") == "A raisin in the bell."


def test_a_visitor_sees_no_drafts(browser, draft, binned):
    assert not browser.visit("/").select("article.entry")


def test_a_handful_of_posts_is_enough_for_the_front_page(browser, ann):
    for number in range(8):
        publish(ann, f"Wave {number}")

    assert len(browser.visit("/").select("article.entry")) == 6


def test_the_front_page_takes_few_statements(browser, essay, note):
    browser.visit("/")

    with queries(at_most=2):
        browser.visit("/")
