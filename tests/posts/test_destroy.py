import pytest

from app.models import Post
from tests.fixtures.writing import publish
from tests.support.database import changes


def test_a_post_goes_into_the_bin(browser, ann, essay):
    page = browser.sign_in(ann).visit(essay.path)

    with changes(Post, by=0):
        page = page.submit("#throw-away form")

    assert page.text(".notice span") == "It rests in the bin for 30 days."
    assert browser.visit("/@ann/the-tide-tables").status == 404


def test_the_notice_takes_it_back(browser, ann, essay):
    gone = browser.sign_in(ann).visit(essay.path).submit("#throw-away form")

    page = gone.submit(".notice form")

    assert page.path == essay.path
    assert page.shows("It’s back where it was.")


def test_the_count_of_posts_follows(browser, ann, essay):
    gone = browser.sign_in(ann).visit(essay.path).submit("#throw-away form")
    gone.submit(".notice form")

    assert gone.texts(".stats a")[0] == "0 posts"
    assert browser.visit("/@ann").texts(".stats a")[0] == "1 post"


def test_a_draft_goes_and_comes_back_as_a_draft(browser, ann, draft):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")

    gone = sheet.submit("#throw-away form")
    page = gone.submit(".notice form")

    assert (page.path, page.text(".feed h2")) == ("/drafts/", "Draft")
    assert browser.visit("/@ann").texts(".stats a")[0] == "0 posts"


def test_a_post_is_thrown_away_once(browser, ann, essay):
    page = browser.sign_in(ann).visit(essay.path)
    page.submit("#throw-away form")

    assert page.submit("#throw-away form").status == 404
    assert browser.visit("/@ann").texts(".stats a")[0] == "0 posts"


def test_a_post_is_taken_back_once(browser, ann, essay):
    gone = browser.sign_in(ann).visit(essay.path).submit("#throw-away form")
    gone.submit(".notice form")

    assert gone.submit(".notice form").status == 404
    assert browser.visit("/@ann").texts(".stats a")[0] == "1 post"


@pytest.mark.parametrize("where", ["/", "/explore/", "/@ann"])
def test_what_was_thrown_away_is_on_no_list(browser, ann, binned, where):
    assert not browser.sign_in(ann).visit(where).shows("The tide tables")


def test_an_address_in_the_bin_is_not_given_away(browser, ann, binned):
    again = publish(ann, "The tide tables")

    assert again.path == f"{binned.path}-2"
