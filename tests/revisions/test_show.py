import pytest

from app.extensions import db


@pytest.fixture
def at(browser, ann, revised):
    browser.sign_in(ann)
    return f"/posts/{revised.id}/revisions"


def test_it_shows_what_changed_word_by_word(browser, at):
    page = browser.visit(f"{at}/2")

    assert page.text(".difference del") == "removed: High (end of the removal)"
    assert page.texts(".difference ins")[0] == "added: Low (end of the addition)"
    assert "water *again*." in page.text(".difference-body")


def test_the_lines_of_the_text_are_kept(browser, at):
    body = browser.visit(f"{at}/2").select(".difference-body")[0]

    assert "\n\nA new line." in body.get_text()


def test_the_whole_text_is_a_link_away(browser, at):
    page = browser.visit(f"{at}/2?whole")

    assert page.text(".prose em") == "again"
    assert page.texts("[aria-current]") == ["The whole text"]


def test_the_first_is_shown_whole(browser, at):
    page = browser.visit(f"{at}/1")

    assert page.text(".prose") == "High water again."
    assert not page.select(".tabs")


def test_a_title_that_changed_is_shown_too(browser, at, revised):
    revised.revise(**revised.words | {"title": "The moon tables"})
    db.session.commit()

    assert "moon" in browser.visit(f"{at}/3").text(".difference h2 ins")


def test_markup_in_a_text_is_words(browser, at, revised):
    revised.revise(**revised.words | {"body": "</ins><script>alert(1)</script>"})
    db.session.commit()

    page = browser.visit(f"{at}/3")

    assert not page.select("main script")
    assert "<script>alert(1)</script>" in page.text(".difference")


@pytest.mark.parametrize("number", ["0", "3", "x", "9" * 30])
def test_a_number_that_none_has_is_unknown(browser, at, number):
    assert browser.visit(f"{at}/{number}").status == 404


def test_nobody_else_sees_it(browser, bob, at, open_essay):
    assert browser.sign_in(bob).visit(f"{at}/1").status == 404
