import pytest

from app.extensions import db
from app.models import Picture
from tests.fixtures.writing import publish
from tests.support.database import changes


@pytest.fixture
def page(browser, heron):
    """The page of Ann's heron."""
    return browser.visit(f"/media/{heron.name}/edit")


def test_words_can_be_changed(page):
    page = page.submit("form.panel", alt="A grey heron")

    assert page.value("alt") == "A grey heron"
    assert page.shows("Saved")


def test_words_that_are_too_long_are_given_back(page):
    page = page.submit("form.panel", alt="a" * 1001)

    assert (page.status, page.value("alt")) == (422, "a" * 1001)


def test_what_nothing_shows_can_be_deleted(page, store):
    with changes(Picture, by=-1):
        page = page.submit("form[action$=delete]")

    assert page.shows("That picture is gone")
    assert list(store.names()) == []


def test_what_a_post_shows_stays(page, ann, heron):
    publish(ann, "Herons", body=f"![]({heron.path()})")

    with changes(Picture, by=0):
        refused = page.submit("form[action$=delete]")

    assert (refused.status, refused.shows("A post of yours shows")) == (409, True)


def test_the_page_says_why_it_stays(browser, ann, heron):
    publish(ann, "Herons", body=f"![]({heron.path()})")

    page = browser.visit(f"/media/{heron.name}/edit")

    assert not page.select("form[action$=delete]")


@pytest.mark.parametrize("path", ["/edit", "", "/delete"])
def test_nobody_else_finds_it(browser, page, bob, heron, path):
    browser.sign_in(bob)
    address = f"/media/{heron.name}{path}"

    answer = browser.visit(address) if path == "/edit" else page.submit("form.panel")

    assert answer.status == 404


def test_the_list_says_what_needs_words_and_what_is_in_no_post(bring, browser, ann):
    bring(ann)

    page = browser.visit("/media/")

    assert page.texts(".shelf .hint") == ["Needs words · In no post"]
    assert page.shows("of 500 MB")


def test_the_list_is_nobody_elses(browser, heron, bob):
    assert not browser.sign_in(bob).visit("/media/").select(".shelf")


def test_texts_that_show_it_have_the_new_words(browser, page, ann, heron):
    post = publish(ann, "The heron", body=f"![]({heron.path()})")

    page.submit("form.panel", alt="It waits on one leg.")

    shown = browser.visit(post.path)
    assert shown.select(".prose img")[0]["alt"] == "It waits on one leg."
    assert not shown.shows("edited")


def test_words_that_the_text_has_itself_stay(browser, page, ann, heron):
    post = publish(ann, "The heron", body=f"![Grey]({heron.path()})")

    page.submit("form.panel", alt="It waits on one leg.")

    assert browser.visit(post.path).select(".prose img")[0]["alt"] == "Grey"


def test_of_many_texts_some_wait_for_the_night(page, ann, heron):
    posts = [publish(ann, f"{n}", body=f"![]({heron.path()})") for n in range(7)]

    page.submit("form.panel", alt="It waits on one leg.")

    db.session.expire_all()
    assert [post.renderer == 0 for post in posts] == [True] * 2 + [False] * 5
