"""What is drawn once for all; all tests draw it again, and compare (``Compared``)."""

import pytest
from markupsafe import Markup

from app.extensions import db
from app.web.fragments import SEEN, fragment

LIST = "/explore/"


def test_a_new_title_is_on_lists_at_once(browser, essay):
    browser.visit(LIST)

    essay.title = "Another one"
    db.session.commit()

    assert browser.visit(LIST).text(".entry-title") == "Another one"


def test_a_new_name_is_on_lists_at_once(browser, ann, essay):
    browser.visit(LIST)

    ann.name = "Ann Other"
    db.session.commit()

    assert browser.visit(LIST).text(".entry .name") == "Ann Other"


def test_each_language_has_its_own(browser, essay):
    browser.visit(LIST)

    browser.client.set_cookie("language", "de")

    assert browser.visit(LIST).text(".action--like").startswith("Gefällt")


def test_my_heart_is_no_heart_of_others(browser, bob, cleo, essay):
    bob.like(essay)
    db.session.commit()
    mine = browser.sign_in(bob).visit(LIST).select(".action--like[aria-pressed=true]")

    others = browser.sign_in(cleo).visit(LIST)

    assert mine
    assert not others.select(".action--like[aria-pressed=true]")


def test_a_row_is_no_plain_value(app, ann):
    with app.test_request_context(), pytest.raises(TypeError, match="as post"):
        fragment("posts/_entry.html", post=ann)


@pytest.mark.parametrize("given", [Markup("<b>"), (1, (Markup("<b>"),))])
def test_markup_is_no_plain_value(app, given):
    with app.test_request_context(), pytest.raises(TypeError, match="as name"):
        fragment("layouts/_ways.html", name=given)


def test_what_asks_who_reads_is_not_seen(app):
    asks = {"csrf_token", "request", "session", "g", "this_path", "theme", "marks_on"}

    assert not asks & SEEN
    assert asks <= app.jinja_env.globals.keys()
