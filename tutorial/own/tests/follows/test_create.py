"""Following somebody, and no longer."""

import pytest
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.models import Follow
from tests.support.database import changes


def test_the_button_turns_into_following(browser, ann, bob):
    profile = browser.sign_in(ann).visit("/@bob")

    with changes(Follow, by=1):
        profile = profile.submit("form.follow")

    assert profile.text("form.follow button") == "Following Bob Lindqvist"


def test_both_counts_go_up(browser, ann, bob):
    browser.sign_in(ann).visit("/@bob").submit("form.follow")

    assert browser.visit("/@bob").texts(".stats a") == ["1 follower", "0 following"]
    assert browser.visit("/@ann").texts(".stats a") == ["0 followers", "1 following"]


def test_a_double_click_follows_once(browser, ann, bob):
    browser.sign_in(ann)
    tabs = [browser.visit("/@bob") for _ in range(2)]

    with changes(Follow, by=1):
        pages = [tab.submit("form.follow") for tab in tabs]

    assert [page.status for page in pages] == [200, 200]
    assert pages[1].texts(".stats a")[0] == "1 follower"


def test_unfollowing_twice_is_unfollowing_once(browser, ann, bob):
    page = browser.sign_in(ann).visit("/@bob").submit("form.follow")

    pages = [page.submit("form.follow") for _ in range(2)]

    assert pages[1].text("form.follow button") == "Follow Bob Lindqvist"
    assert pages[1].texts(".stats a")[0] == "0 followers"


def test_the_other_direction_stays(browser, ann, bob):
    bob.follow(ann)
    db.session.commit()
    page = browser.sign_in(ann).visit("/@bob").submit("form.follow")

    with changes(Follow, by=-1):
        page.submit("form.follow")

    assert browser.visit("/@ann").texts(".stats a") == ["1 follower", "0 following"]


def test_nobody_follows_themselves(browser, ann):
    token = browser.sign_in(ann).visit("/").value("csrf_token")

    with changes(Follow, by=0):
        browser.send("/@ann/follow", {"csrf_token": token})

    assert not browser.visit("/@ann").select("form.follow")


def test_the_table_refuses_it_too(ann):
    db.session.add(Follow(follower_id=ann.id, followed_id=ann.id))

    with pytest.raises(IntegrityError):
        db.session.flush()


@pytest.mark.parametrize("path", ["/@bob/follow", "/@bob/follow/delete"])
def test_visiting_the_address_changes_nothing(browser, ann, bob, path):
    with changes(Follow, by=0):
        page = browser.sign_in(ann).visit(path)

    assert page.status in {404, 405}


def test_without_the_token_nobody_is_followed(browser, ann, bob):
    with changes(Follow, by=0):
        page = browser.sign_in(ann).send("/@bob/follow", {})

    assert page.status == 400


def test_a_visitor_is_led_to_the_door_and_back(browser, bob):
    link = browser.visit("/@bob").select("main a[href^='/sign-in']")[0]

    assert link["href"] == "/sign-in?next=/@bob"


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil"])
def test_it_never_leads_to_another_site(browser, ann, bob, back):
    token = browser.sign_in(ann).visit("/@bob").value("csrf_token")

    answer = browser.client.post(
        "/@bob/follow", data={"csrf_token": token, "back": back}
    )

    assert (answer.status_code, answer.location) == (303, "/@bob")
