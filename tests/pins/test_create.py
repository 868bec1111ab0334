from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Pin
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.crowd import publish_at_once, turn_pages
from tests.support.database import changes, queries


@pytest.fixture
def three(ann):
    """Three posts that Ann shows first, the first pinned first."""
    posts = [publish(ann, title, ago=timedelta(days=9)) for title in "ABC"]
    for post in posts:
        ann.pin(post)
        db.session.commit()
    return posts


def test_the_author_pins_from_the_post(browser, ann, essay):
    page = browser.sign_in(ann).visit(essay.path)

    with changes(Pin, by=1):
        page = page.submit("form.pin")

    assert page.text("form.pin button") == "Unpin"


def test_pinned_posts_stand_first_and_once(browser, ann, three):
    publish(ann, "Newest", ago=timedelta())

    page = browser.visit("/@ann")

    assert page.texts(".feed h2") == ["C", "B", "A", "Newest"]
    assert page.texts(".entry-context") == ["Pinned"] * 3


def test_they_stand_on_the_first_page_alone(browser, ann, three):
    titles = publish_at_once(ann, 25)

    found = turn_pages(browser.visit("/@ann"), ".feed h2")

    assert sorted(found) == sorted([*titles, "A", "B", "C"])


def test_a_profile_with_pins_alone_is_not_empty(browser, three):
    page = browser.visit("/@ann")

    assert (len(page.select("article.entry")), page.select(".empty")) == (3, [])


def test_there_is_room_for_three(browser, ann, three, essay):
    page = browser.sign_in(ann).visit(essay.path)

    with changes(Pin, by=0):
        page = page.submit("form.pin")

    assert page.shows("Three posts are pinned already. Unpin one of them first.")


def test_pinning_twice_is_one_pin(browser, ann, essay):
    page = browser.sign_in(ann).visit(essay.path)
    page.submit("form.pin")

    with changes(Pin, by=0):
        page = page.submit("form.pin")

    assert page.text("form.pin button") == "Unpin"


def test_what_is_in_the_bin_leaves_its_room(browser, ann, three, essay):
    three[0].throw_away()
    db.session.commit()
    page = browser.sign_in(ann).visit(essay.path)

    page = page.submit("form.pin")
    three[0].take_back()
    db.session.commit()

    assert page.text("form.pin button") == "Unpin"
    assert len(page.browser.visit("/@ann").select(".entry-context")) == 3


@pytest.mark.parametrize("reader", ["visitor", "bob"])
def test_a_pin_shows_nothing_to_whom_it_is_not_for(browser, three, reader, request):
    three[0].show_to("private")
    three[1].show_to("unlisted")
    db.session.commit()
    if reader != "visitor":
        browser.sign_in(request.getfixturevalue(reader))

    assert browser.visit("/@ann").texts(".feed h2") == ["C"]


@pytest.mark.parametrize("reader", ["visitor", "bob"])
def test_others_find_no_button(browser, essay, reader, request):
    if reader != "visitor":
        browser.sign_in(request.getfixturevalue(reader))

    assert not browser.visit(essay.path).select("form.pin")


@pytest.mark.parametrize("verb", ["", "/delete"])
def test_a_post_of_somebody_else_is_not_pinned(browser, bob, essay, verb):
    token = browser.sign_in(bob).visit("/").value("csrf_token")

    with changes(Pin, by=0):
        page = browser.send(f"/posts/{essay.id}/pin{verb}", {"csrf_token": token})

    assert page.status == 404


def test_a_draft_is_not_pinned(browser, ann, draft):
    token = browser.sign_in(ann).visit("/").value("csrf_token")

    page = browser.send(f"/posts/{draft.id}/pin", {"csrf_token": token})

    assert page.status == 404


@pytest.mark.parametrize(("reader", "most"), [(None, 5), ("bob", 7)])
def test_pins_take_one_statement(browser, ann, three, reader, most, request):
    publish_at_once(ann, 20)
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit("/@ann")

    with queries(at_most=most):
        browser.visit("/@ann")


def test_of_four_at_once_three_are_pinned(race, shared_app):
    with shared_app.app_context():
        ann = join("ann", "Ann Okafor")
        paths = [publish(ann, title).path for title in "ABCD"]
    pages = [race.browser(ann).visit(path) for path in paths]

    race.run(*(lambda p=page: p.submit("form.pin") for page in pages))

    profile = race.browser().visit("/@ann")
    assert len(profile.select(".entry-context")) == 3
