from datetime import timedelta

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.crowd import strangers, turn_pages
from tests.support.database import queries

PATH = "/explore/popular/"


def liked(author, title, *, days=0, likes=1, reposts=0):
    """An article that appeared some days ago, and what people gave it."""
    post = publish(author, title, ago=timedelta(days=days, hours=1))
    post.like_count, post.repost_count = likes, reposts
    db.session.commit()
    return post


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Of two that are liked the same, the newer.
        ({"days": 0}, {"days": 1}),
        # Of two of the same age, the one that more people like.
        ({"days": 3, "likes": 3}, {"days": 3, "likes": 2}),
        # A repost is worth two likes, and what is between two steps is worth the lower.
        ({"days": 1, "likes": 1, "reposts": 1}, {"days": 1, "likes": 2}),
        # Half a day for every doubling, not more: a new one passes by.
        ({"days": 1, "likes": 15}, {"days": 0, "likes": 1}),
        ({"days": 0, "likes": 1}, {"days": 2, "likes": 15}),
        ({"days": 0, "likes": 7}, {"days": 4, "likes": 1022}),
        # However many: five days at most.
        ({"days": 0, "likes": 1}, {"days": 5, "likes": 100_000}),
        ({"days": 4, "likes": 100_000}, {"days": 0, "likes": 1}),
    ],
)
def test_one_stands_above_the_other(browser, ann, one, other):
    liked(ann, "One", **one)
    liked(ann, "Other", **other)

    assert browser.visit(PATH).texts(".feed h2") == ["One", "Other"]


def test_what_nobody_likes_is_not_here(browser, ann, essay):
    page = browser.visit(PATH)

    assert page.text(".empty h2") == "Nothing is popular yet"
    assert not page.select("article.entry")


def test_comments_make_nothing_popular(browser, ann, bob, essay):
    for author in (ann, bob, ann, bob):
        author.comment_on(essay, "No, you.")
    db.session.commit()

    assert not browser.visit(PATH).select("article.entry")


def test_the_page_says_why(browser, ann):
    page = browser.visit(PATH)

    assert page.text("details summary") == "Why is this here?"
    assert page.texts("details tbody td")[:4] == ["1", "12 h", "3", "24 h"]
    assert "by 5 days at most" in page.text("details")


def test_every_post_is_on_one_page_though_many_are_of_one_moment(browser, ann):
    titles = [liked(ann, f"Wave {number}").title for number in range(45)]
    moment = db.session.scalar(db.text("SELECT max(published_at) FROM post"))
    db.session.execute(db.text("UPDATE post SET published_at = :at"), {"at": moment})
    db.session.commit()

    found = turn_pages(browser.visit(PATH), ".feed h2")

    assert sorted(found) == sorted(titles)


def test_the_last_page_leads_back_to_the_top(browser, ann):
    for number in range(21):
        liked(ann, f"Wave {number}")
    first = browser.visit(PATH)

    last = browser.visit(first.select("a[rel=next]")[0]["href"])

    assert last.texts("nav[aria-label=Pages] a") == ["From the top"]


def test_a_planned_post_that_was_liked_before_waits(browser, ann):
    liked(ann, "Tomorrow", days=-1)

    assert not browser.visit(PATH).select("article.entry")


def test_whom_one_has_muted_one_does_not_meet_here(browser, ann, bob, cleo):
    liked(bob, "By Bob")
    liked(cleo, "By Cleo")
    ann.mute(bob)
    db.session.commit()

    assert browser.sign_in(ann).visit(PATH).texts(".feed h2") == ["By Cleo"]


def test_a_damaged_place_is_said_so(browser, ann):
    assert browser.visit(f"{PATH}?after=soup").status == 400


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 6)])
def test_twenty_authors_take_few_statements(browser, reader, most, request):
    for person in strangers(20):
        liked(person, f"By {person.name}")
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit(PATH)

    with queries(at_most=most):
        page = browser.visit(PATH)

    assert len(page.select("article.entry")) == 20
