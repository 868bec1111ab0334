import pytest

from app.extensions import db
from tests.support.database import queries


@pytest.fixture
def at(browser, ann, revised):
    browser.sign_in(ann)
    return f"/posts/{revised.id}/revisions/"


def test_the_texts_are_listed_newest_first(browser, at):
    page = browser.visit(at)

    assert [words.split(" · ")[0][:6] for words in page.texts(".texts .meta")] == [
        "Text 2",
        "Text 1",
    ]


def test_each_says_what_it_changed(browser, at):
    page = browser.visit(at)

    assert "4 words added, 1 removed" in page.text(".texts li:first-child")
    assert "8 words" in page.text(".texts li:last-child")


def test_the_newest_is_what_readers_see(browser, at):
    page = browser.visit(at)

    assert page.texts(".texts .badge") == ["What readers see"]
    assert "What readers see" in page.text(".texts li:first-child")


def test_the_writer_gets_there_from_the_post_and_from_the_editor(browser, at, revised):
    for path in (revised.path, f"/posts/{revised.id}/edit"):
        assert browser.visit(path).select(f"a[href='{at}']")


def test_what_was_never_published_says_so(browser, ann, draft):
    draft.keep_text()
    db.session.commit()

    page = browser.sign_in(ann).visit(f"/posts/{draft.id}/revisions/")

    assert page.texts(".texts .badge") == ["Only you saw it"]


def test_a_draft_has_none_yet(browser, ann, draft):
    page = browser.sign_in(ann).visit(f"/posts/{draft.id}/revisions/")

    assert page.text("h2") == "No revisions yet"


def test_many_are_on_several_pages(browser, at, revised):
    for number in range(25):
        revised.revise(**revised.words | {"body": f"Text {number}."})
    db.session.commit()

    older = browser.visit(at).select("a[rel=next]")[0]["href"]

    assert len(browser.visit(older).select(".texts li")) == 7


def test_a_page_costs_the_same_however_many_there_are(browser, at):
    with queries(at_most=4):
        browser.visit(at)


def test_nobody_else_sees_them(browser, bob, at, open_essay):
    assert browser.sign_in(bob).visit(at).status == 404


def test_visitors_are_sent_to_sign_in(browser, at):
    browser.forget_cookies()

    assert browser.visit(at).path.startswith("/sign-in")
