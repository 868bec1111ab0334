"""Where only authors write: who may do what, and what happens to what is there."""

import pytest

from app.extensions import db
from app.models import Post
from tests.fixtures.cast import join
from tests.fixtures.joining import change_site
from tests.fixtures.writing import publish
from tests.support.database import changes

SAYS = "On this site only authors write. Those who run it can make you one."


@pytest.fixture
def reader(browser, bob, authors_only):
    """Bob’s browser, where Bob is a member who does not write."""
    return browser.sign_in(bob)


def test_a_member_is_told_that_only_authors_write(reader):
    page = reader.visit("/posts/new")

    assert page.status == 403
    assert page.shows(SAYS)


def test_what_they_sent_all_the_same_is_not_lost(browser, bob):
    sheet = browser.sign_in(bob).visit("/posts/new")
    change_site(writing="authors")

    with changes(Post, by=0):
        page = sheet.submit(button="publish", body="A raisin in the bell.")

    assert page.status == 403
    assert page.value("body") == "A raisin in the bell."


@pytest.mark.parametrize("path", ["/", "/explore/", "/@bob", "/drafts/"])
def test_no_page_offers_a_sheet(reader, path):
    page = reader.visit(path)

    assert not page.select("a[href='/posts/new'], form.composer")


@pytest.mark.parametrize("role", ["author", "moderator", "admin"])
def test_authors_and_those_who_run_the_site_write(browser, authors_only, role):
    person = join("una", "Una", role=role)
    page = browser.sign_in(person).visit("/")

    assert page.select("a[href='/posts/new']")
    assert page.submit("form.composer", body="A note.").shows("A note.")


def test_what_one_published_stays_ones_own_to_edit(browser, note, bob, authors_only):
    sheet = browser.sign_in(bob).visit(f"/posts/{note.id}/edit")

    page = sheet.submit(button="save", body="Two raisins in the bell.")

    assert page.shows("Two raisins in the bell.")


def test_and_to_throw_away_and_take_back(browser, note, bob, authors_only):
    page = browser.sign_in(bob).visit(note.path)

    page.submit(f"form[action='/posts/{note.id}/delete']").submit(".notice form")

    assert db.session.get(Post, note.id).deleted_at is None


@pytest.fixture
def kept(bob):
    """A draft of Bob’s."""
    post = bob.write(title="Bells", summary="", body="Not yet.")
    db.session.commit()
    return post


def test_a_draft_can_be_saved_but_not_published(reader, kept):
    sheet = reader.visit(f"/posts/{kept.id}/edit")

    assert not sheet.select("button[value=publish]")
    assert sheet.submit(button="save", body="Not yet either.").shows("Saved as a draft")


def test_a_form_from_before_is_kept_as_a_draft(browser, bob, kept):
    sheet = browser.sign_in(bob).visit(f"/posts/{kept.id}/edit")
    change_site(writing="authors")

    sheet.submit(button="publish", body="Now.")

    assert db.session.get(Post, kept.id).published_at is None


def test_a_visitor_sees_what_is_published(browser, bob, authors_only):
    post = publish(bob, "Bells")

    assert browser.visit(post.path).status == 200
