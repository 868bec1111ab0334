import pytest

from app.extensions import db
from tests.support.database import queries


def test_readers_find_it_from_the_post(browser, open_essay):
    page = browser.visit(open_essay.path)

    (link,) = page.select(".byline a[href$='/history']")
    assert browser.visit(link["href"]).text("h1") == "History"


def test_it_lists_what_readers_have_seen(browser, open_essay):
    page = browser.visit(f"{open_essay.path}/history")

    assert len(page.select(".texts li")) == 2
    assert "4 words added, 1 removed" in page.text(".texts li:first-child")


def test_what_was_never_published_is_not_in_it(browser, open_essay):
    open_essay.published_at, seen_at = None, open_essay.published_at
    open_essay.revise(**open_essay.words | {"body": "For nobody."})
    open_essay.keep_text()
    open_essay.published_at = seen_at
    db.session.commit()

    assert len(browser.visit(f"{open_essay.path}/history").select(".texts li")) == 2
    assert browser.visit(f"{open_essay.path}/history/3").status == 404


def test_it_is_closed_unless_its_author_opens_it(browser, revised):
    assert browser.visit(f"{revised.path}/history").status == 404
    assert not browser.visit(revised.path).select("a[href$='/history']")


def test_the_author_opens_it_in_the_editor(browser, ann, revised):
    sheet = browser.sign_in(ann).visit(f"/posts/{revised.id}/edit")
    sheet.submit("#editor", "save", shows_history="y")

    browser.forget_cookies()
    assert browser.visit(f"{revised.path}/history").status == 200


def test_and_closes_it_there(browser, ann, open_essay):
    sheet = browser.sign_in(ann).visit(f"/posts/{open_essay.id}/edit")
    (box,) = sheet.select("[name=shows_history][checked]")
    del box["checked"]
    sheet.submit("#editor", "save")

    assert browser.visit(f"{open_essay.path}/history").status == 404


def test_what_was_made_private_as_it_was_written_is_not_in_it(browser, ann, open_essay):
    edit = f"/posts/{open_essay.id}/edit"
    sheet = browser.sign_in(ann).visit(edit)
    sheet.submit("#editor", "save", body="A secret.", visibility="private")
    sheet = browser.visit(edit)
    sheet.submit("#editor", "save", body="For all.", visibility="public")

    browser.forget_cookies()
    assert len(browser.visit(f"{open_essay.path}/history").select(".texts li")) == 3
    assert browser.visit(f"{open_essay.path}/history/3").status == 404


def test_of_a_post_for_some_no_cache_keeps_it(browser, open_essay):
    open_essay.show_to("unlisted")
    db.session.commit()

    for path in ("/history", "/history/1"):
        answer = browser.client.get(open_essay.path + path)
        assert answer.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("hidden", ["throw_away", "leave"])
def test_it_goes_where_the_post_goes(browser, ann, open_essay, hidden):
    getattr(open_essay if hidden == "throw_away" else ann, hidden)()
    db.session.commit()

    assert browser.visit(f"{open_essay.path}/history").status == 404
    assert browser.visit(f"{open_essay.path}/history/1").status == 404


def test_an_old_handle_leads_to_it(browser, ann, open_essay):
    ann.rename("anna")
    db.session.commit()

    page = browser.visit(f"/@ann/{open_essay.slug}/history")

    assert page.path == f"/@anna/{open_essay.slug}/history"


def test_no_search_engine_lists_it(browser, open_essay):
    page = browser.visit(f"{open_essay.path}/history")

    assert page.select("meta[name=robots][content=noindex]")


def test_a_page_costs_three_questions(browser, open_essay):
    browser.visit("/")
    with queries(at_most=3):
        browser.visit(f"{open_essay.path}/history")
