"""A profile that was changed in another tab meanwhile."""

import pytest

from app.extensions import db

MINE = {"name": "Robert", "bio": "Mine.", "location": "Here"}


@pytest.fixture
def older(browser, bob):
    """The form in a tab that was opened before the profile was changed elsewhere."""
    page = browser.sign_in(bob).visit("/settings/profile/")
    browser.visit("/settings/profile/").submit("form.panel", bio="The newer words.")
    return page


def bio_of(person):
    db.session.refresh(person)
    return person.bio


def test_the_newer_words_are_not_overwritten(older, bob):
    page = older.submit("form.panel", **MINE)

    assert page.status == 409
    assert bio_of(bob) == "The newer words."


def test_both_are_shown(older):
    page = older.submit("form.panel", **MINE)

    assert page.value("bio") == "Mine."
    assert page.text("#newer-bio") == "The newer words."


def test_sent_once_more_it_replaces_them(older, bob):
    page = older.submit("form.panel", **MINE).submit("form.panel")

    assert page.path == "/@bob"
    assert bio_of(bob) == "Mine."


def test_a_third_text_in_between_is_shown_as_well(older, browser):
    page = older.submit("form.panel", **MINE)
    browser.visit("/settings/profile/").submit("form.panel", bio="The newest words.")

    page = page.submit("form.panel")

    assert page.status == 409
    assert page.text("#newer-bio") == "The newest words."


def test_the_same_words_are_no_conflict(older):
    page = older.submit("form.panel", bio="The newer words.")

    assert (page.status, page.path) == (200, "/@bob")


def test_a_form_that_does_not_say_what_it_saw_is_asked(older, bob):
    page = older.submit("form.panel", **MINE, seen="")

    assert page.status == 409
    assert bio_of(bob) == "The newer words."
