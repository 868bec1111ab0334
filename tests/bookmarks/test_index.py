from datetime import timedelta

import pytest
from sqlalchemy import update

from app.extensions import db
from app.models import Bookmark
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.browser import Browser
from tests.support.crowd import turn_pages
from tests.support.database import changes, queries

SAVE = ".action--save"


@pytest.fixture
def shelf(ann, bob):
    """25 posts of Ann's that Bob saved, the first one last."""
    for number in range(25):
        post = publish(ann, f"Wave {number}")
        bob.save(post)
        moment = now() - timedelta(minutes=number)
        mine = update(Bookmark).where(Bookmark.post_id == post.id)
        db.session.execute(mine.values(created_at=moment))
    db.session.commit()


def test_what_is_saved_stands_on_the_list(browser, bob, essay):
    page = browser.sign_in(bob).visit(essay.path)

    with changes(Bookmark, by=1):
        page = page.press(SAVE)

    assert page.select(SAVE)[0]["aria-pressed"] == "true"
    assert browser.visit("/saved/").texts(".feed h2") == ["The tide tables"]


def test_it_is_taken_away_on_the_list_itself(browser, bob, essay):
    bob.save(essay)
    db.session.commit()

    page = browser.sign_in(bob).visit("/saved/").press(SAVE)

    assert page.path == "/saved/"
    assert page.text(".empty h2") == "Nothing saved yet"


def test_what_was_saved_last_stands_first_and_everything_once(browser, bob, shelf):
    found = turn_pages(browser.sign_in(bob).visit("/saved/"), ".feed h2")

    assert found == [f"Wave {number}" for number in range(25)]


def test_the_menu_leads_there(browser, bob):
    page = browser.sign_in(bob).visit("/")

    assert page.texts("#me a[href='/saved/']") == ["Saved"]


def test_nobody_else_learns_of_it(app, browser, ann, bob, cleo, essay):
    bob.save(essay)
    db.session.commit()

    for person in (ann, cleo):
        reader = Browser(app.test_client()).sign_in(person)
        assert reader.visit("/saved/").text(".empty h2") == "Nothing saved yet"
        assert reader.visit(essay.path).select(SAVE)[0]["aria-pressed"] == "false"


def test_a_visitor_has_no_list(browser, app):
    assert browser.visit("/saved/").text("h1") == "Welcome back"


@pytest.mark.parametrize("audience", ["private", "followers"])
def test_what_is_no_longer_for_the_reader_is_left_out(browser, bob, essay, audience):
    bob.save(essay)
    essay.show_to(audience)
    db.session.commit()

    assert not browser.sign_in(bob).visit("/saved/").shows("The tide tables")


def test_what_has_no_place_on_lists_stays_with_who_saved_it(browser, bob, essay):
    bob.save(essay)
    essay.show_to("unlisted")
    db.session.commit()

    assert browser.sign_in(bob).visit("/saved/").shows("The tide tables")


def test_what_was_binned_comes_back_with_its_post(browser, bob, essay):
    bob.save(essay)
    essay.throw_away()
    db.session.commit()
    assert not browser.sign_in(bob).visit("/saved/").shows("The tide tables")

    essay.take_back()
    db.session.commit()

    assert browser.visit("/saved/").shows("The tide tables")


def test_it_takes_few_statements(browser, bob, shelf):
    browser.sign_in(bob).visit("/saved/")

    with queries(at_most=4):
        browser.visit("/saved/")
