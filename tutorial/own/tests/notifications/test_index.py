"""What the reader is told of."""

import pytest

from app.extensions import db
from app.models import Notification
from app.models.notification import FOLLOW, tell
from tests.support.database import plan_of, queries, statements


@pytest.fixture
def followed(ann, bob, cleo):
    """Bob, whom Ann and Cleo follow, in this order."""
    for follower in (ann, cleo):
        follower.follow(bob)
        db.session.commit()
    return bob


def test_the_newest_stands_first(browser, followed):
    page = browser.sign_in(followed).visit("/notifications/")

    assert page.texts(".note-list p") == [
        "Unread: Cleo Marchetti follows you now",
        "Unread: Ann Okafor follows you now",
    ]


def test_a_comment_leads_to_where_it_stands(browser, essay, bob, ann):
    comment = bob.comment_on(essay, "I *doubt* it.")
    db.session.commit()
    page = browser.sign_in(ann).visit("/notifications/")

    assert page.text(".note-list p") == (
        "Unread: Bob Lindqvist commented on “The tide tables”"
    )
    assert page.text(".note-list blockquote") == "I doubt it."
    assert page.select(".note-list p a")[1]["href"] == essay.path_to(comment)


def test_who_is_told_nothing_reads_that(browser, ann):
    page = browser.sign_in(ann).visit("/notifications/")

    assert page.text(".empty h2") == "Nothing yet"
    assert not page.select(".masthead .count")


def test_every_page_says_how_much_is_unread(browser, followed):
    page = browser.sign_in(followed).visit("/about")

    assert page.text(".masthead .count") == "2 2 unread"


def test_looking_marks_nothing_as_read(browser, followed):
    page = browser.sign_in(followed).visit("/notifications/")

    assert page.path == "/notifications/"
    assert browser.visit("/about").select(".masthead .count")


def test_the_button_does(browser, followed):
    page = browser.sign_in(followed).visit("/notifications/").submit()

    assert not page.select(".unread")
    assert not page.select(".masthead .count")


def test_nobody_reads_for_others(browser, followed, ann):
    token = browser.sign_in(ann).visit("/").value("csrf_token")

    browser.send("/notifications/read/", {"csrf_token": token})

    unread = db.select(Notification).where(Notification.read_at.is_(None))
    assert len(db.session.scalars(unread).all()) == 2


def test_visitors_have_none(browser):
    assert browser.visit("/notifications/").path.startswith("/sign-in")


def test_the_number_is_asked_for_once_a_page(browser, followed):
    browser.sign_in(followed)

    with statements() as seen:
        browser.visit("/notifications/")

    assert len([one for one in seen if "count(" in one[0]]) == 1


def test_only_what_is_unread_is_counted(browser, followed):
    browser.sign_in(followed)

    with statements() as seen:
        browser.visit("/about")

    assert "ix_notification_unread " in "\n".join(plan_of(*seen[-1]))


def test_a_long_list_costs_as_much_as_a_short_one(browser, ann, bob):
    for number in range(120):
        tell(bob.id, FOLLOW, ann.id, f"test {number}")
    db.session.commit()
    browser.sign_in(bob)

    with queries(at_most=3):
        page = browser.visit("/notifications/")

    assert len(page.select(".note-list li")) == 20
    assert page.text(".masthead .count") == "99+ 100 unread"
