import pytest

from app.extensions import db
from app.models import Follow
from app.models.columns import now
from tests.support.crowd import strangers, turn_pages
from tests.support.database import queries


@pytest.fixture
def crowd(ann):
    """45 people who follow Ann and are followed by her, all since one moment."""
    people, moment = strangers(45), now()
    for one in people:
        for follower, followed in ((one, ann), (ann, one)):
            row = Follow(
                follower_id=follower.id, followed_id=followed.id, created_at=moment
            )
            db.session.add(row)
    db.session.commit()
    return people


def test_the_lists_say_who_follows_whom(browser, ann, bob, cleo):
    ann.follow(bob)
    cleo.follow(bob)
    db.session.commit()

    assert sorted(browser.visit("/@bob/followers").texts(".people .name")) == [
        "Ann Okafor",
        "Cleo Marchetti",
    ]
    assert browser.visit("/@ann/following").texts(".people .name") == ["Bob Lindqvist"]


def test_who_followed_last_stands_first(browser, ann, bob, cleo):
    for follower in (ann, cleo):
        follower.follow(bob)
        db.session.commit()

    names = browser.visit("/@bob/followers").texts(".people .name")

    assert names == ["Cleo Marchetti", "Ann Okafor"]


@pytest.mark.parametrize("side", ["followers", "following"])
def test_an_empty_list_says_so(browser, ann, side):
    assert browser.visit(f"/@ann/{side}").text(".empty h2") == "Nobody yet"


@pytest.mark.parametrize("side", ["followers", "following"])
def test_everybody_is_listed_once(browser, crowd, side):
    found = turn_pages(browser.visit(f"/@ann/{side}"), ".people .name")

    assert sorted(found) == sorted(person.name for person in crowd)


def test_the_reader_can_follow_from_the_list(browser, ann, bob, cleo):
    cleo.follow(bob)
    db.session.commit()

    page = browser.sign_in(ann).visit("/@bob/followers").submit(".people form.follow")

    assert page.text(".people form.follow button") == "Following Cleo Marchetti"


def test_one_does_not_find_a_button_beside_oneself(browser, ann, bob):
    ann.follow(bob)
    db.session.commit()

    page = browser.sign_in(ann).visit("/@bob/followers")

    assert page.texts(".people .name") == ["Ann Okafor"]
    assert not page.select(".people form")


@pytest.mark.parametrize("side", ["followers", "following"])
@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 6)])
def test_a_list_takes_few_statements(browser, crowd, side, reader, most, request):
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit(f"/@ann/{side}")

    with queries(at_most=most):
        browser.visit(f"/@ann/{side}")


def test_nobody_has_no_followers(browser, app):
    assert browser.visit("/@nobody/followers").status == 404


def test_wrong_counts_are_set_right(app, browser, ann, bob):
    ann.follow(bob)
    ann.follower_count, bob.follower_count = 7, -1
    db.session.commit()

    app.test_cli_runner().invoke(args=["recount", "follows"])

    assert browser.visit("/@ann").texts(".stats a")[1:] == [
        "0 followers",
        "1 following",
    ]
    assert browser.visit("/@bob").texts(".stats a")[1:] == ["1 follower", "0 following"]
