import pytest
from sqlalchemy import update

from app.extensions import db
from app.models import Post
from tests.languages.test_index import written
from tests.support.crowd import publish_at_once, strangers, turn_pages
from tests.support.database import queries


def test_one_finds_what_is_written_in_it(browser, ann, bob):
    written(ann, "de")
    written(bob, "en")

    page = browser.visit("/explore/languages/de")

    assert (page.text("h1"), page.texts(".feed h2")) == ("Deutsch", ["In de"])
    assert page.text("nav.tabs a[aria-current]") == "Languages"


def test_a_variety_is_a_language_of_its_own(browser, ann):
    written(ann, "zh-Hant")

    assert browser.visit("/explore/languages/zh-Hant").select("article.entry")
    assert not browser.visit("/explore/languages/zh").select("article.entry")


def test_a_language_without_a_text_is_not_there_yet(browser, ann):
    page = browser.visit("/explore/languages/eo")

    assert page.status == 404
    assert page.text(".empty h2") == "Nothing in this language"


@pytest.mark.parametrize("code", ["tlh", "DE", "..", "%00", "d'e", "x" * 300])
def test_what_is_no_language_is_not_found(browser, ann, code):
    assert browser.visit(f"/explore/languages/{code}").status == 404


def test_every_post_is_on_one_page(browser, ann):
    titles = publish_at_once(ann, 25)
    db.session.execute(update(Post).values(language="de"))
    db.session.commit()

    found = turn_pages(browser.visit("/explore/languages/de"), ".feed h2")

    assert sorted(found) == sorted(titles)


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 6)])
def test_twenty_authors_take_few_statements(browser, reader, most, request):
    for person in strangers(20):
        written(person, "de")
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit("/explore/languages/de")

    with queries(at_most=most):
        page = browser.visit("/explore/languages/de")

    assert len(page.select("article.entry")) == 20
