import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.models import Follow
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.browser import Browser
from tests.support.database import changes


def test_the_button_turns_into_following(browser, ann, bob):
    profile = browser.sign_in(ann).visit("/@bob")

    with changes(Follow, by=1):
        profile = profile.submit("form.follow")

    assert profile.text("form.follow button") == "Following Bob Lindqvist"


def test_both_counts_go_up(browser, ann, bob):
    browser.sign_in(ann).visit("/@bob").submit("form.follow")

    assert browser.visit("/@bob").texts(".stats a")[1:] == ["1 follower", "0 following"]
    assert browser.visit("/@ann").texts(".stats a")[1:] == [
        "0 followers",
        "1 following",
    ]


def test_two_tabs_follow_once(browser, ann, bob):
    tabs = [browser.sign_in(ann).visit("/@bob") for _ in range(2)]

    with changes(Follow, by=1):
        pages = [tab.submit("form.follow") for tab in tabs]

    assert [page.status for page in pages] == [200, 200]
    assert pages[1].texts(".stats a")[1] == "1 follower"


def test_a_request_that_comes_second_is_no_error(browser, ann, bob):
    profile = browser.sign_in(ann).visit("/@bob")

    @event.listens_for(db.session.get_bind(), "before_cursor_execute")
    def another_request_is_faster(_connection, cursor, statement, values, *_rest):
        if statement.startswith("INSERT INTO follow "):
            cursor.execute(statement, values)

    with changes(Follow, by=1):
        page = profile.submit("form.follow")

    assert page.text("form.follow button") == "Following Bob Lindqvist"
    # Counting is left to the one that was faster.
    assert page.texts(".stats a")[1] == "0 followers"


def test_nobody_follows_themselves(browser, ann):
    home = browser.sign_in(ann).visit("/")

    with changes(Follow, by=0):
        page = browser.send("/@ann/follow", {"csrf_token": home.value("csrf_token")})

    assert (page.status, page.path) == (200, "/@ann")


def test_the_table_refuses_it_too(ann):
    db.session.add(Follow(follower_id=ann.id, followed_id=ann.id))

    with pytest.raises(IntegrityError):
        db.session.flush()


def test_joining_and_writing_follow_nobody(app):
    with changes(Follow, by=0):
        publish(join("frida", "Frida"), "First words")


def test_there_is_no_button_on_ones_own_page(browser, ann):
    assert not browser.sign_in(ann).visit("/@ann").select("form.follow")


def test_the_followed_see_who_follows_them(app, browser, ann, bob):
    browser.sign_in(ann).visit("/@bob").submit("form.follow")

    profile = Browser(app.test_client()).sign_in(bob).visit("/@ann")

    assert profile.text(".badge") == "Follows you"


def test_who_does_not_follow_has_no_badge(browser, ann, bob):
    browser.sign_in(ann).visit("/@bob").submit("form.follow")

    assert not browser.visit("/@bob").select(".badge")


def test_a_stranger_to_the_site_cannot_be_followed(browser, ann):
    token = browser.sign_in(ann).visit("/").value("csrf_token")

    assert browser.send("/@nobody/follow", {"csrf_token": token}).status == 404


@pytest.mark.parametrize(
    "path", ["/@bob/follow", "/@bob/follow/delete", "/@cleo/follow/delete"]
)
def test_visiting_the_address_changes_nothing(browser, ann, bob, cleo, path):
    ann.follow(cleo)
    db.session.commit()

    with changes(Follow, by=0):
        page = browser.sign_in(ann).visit(path)

    assert page.status in {404, 405}


def test_without_the_token_nobody_is_followed(browser, ann, bob):
    with changes(Follow, by=0):
        page = browser.sign_in(ann).send("/@bob/follow", {})

    assert page.status == 400
