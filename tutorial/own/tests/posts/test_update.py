"""Changing a text, and deleting it."""

import pytest


#: 9
@pytest.fixture
def writer(browser, ann):
    return browser.sign_in(ann)


#:
#: 8-8
@pytest.fixture
def writer(browser, bob):
    return browser.sign_in(bob)


#:
#: 7-7
@pytest.fixture
def writer(browser):
    return browser


#:
def test_a_changed_text_says_that_it_was_edited(writer, essay):
    page = writer.visit(f"/posts/{essay.id}/edit").submit(body="Low water.")

    assert page.text(".prose") == "Low water."
    assert "edited" in page.text(".byline")


def test_the_same_text_is_no_edit(writer, essay):
    page = writer.visit(f"/posts/{essay.id}/edit").submit()

    assert "edited" not in page.text(".byline")


def test_an_empty_text_is_refused(writer, essay):
    page = writer.visit(f"/posts/{essay.id}/edit").submit(body="")

    assert page.status == 422


def test_a_deleted_text_is_gone(writer, essay):
    page = writer.visit(essay.path).submit("form[action$=delete]")

    assert page.text(".notice") == "The text is gone."
    assert writer.visit(essay.path).status == 404


def test_nobody_deletes_by_following_a_link(writer, essay):
    assert writer.visit(f"/posts/{essay.id}/delete").status == 405
    assert writer.visit(essay.path).status == 200


def test_nobody_finds_what_is_not_there(writer):
    assert writer.visit("/posts/99/edit").status == 404
#: 9


def test_of_others_nothing_can_be_changed(browser, bob, essay):
    browser.sign_in(bob)

    assert browser.visit(f"/posts/{essay.id}/edit").status == 404
    assert not browser.visit(essay.path).select("main form")  #: 9-13
    assert not browser.visit(essay.path).select("[popover] form")  #: 14
#:
