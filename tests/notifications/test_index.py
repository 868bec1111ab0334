"""The page: what it shows, what is read by it, and what it costs."""

import pytest

from app.extensions import db
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.database import queries, statements

PATH = "/notifications/"


@pytest.fixture
def visit(browser, ann):
    """Ann's page, or another one of hers."""
    browser.sign_in(ann)
    return lambda path=PATH: browser.visit(path)


def lines(page):
    return page.texts(".note-list p")


@pytest.fixture
def liked(ann, bob, essay):
    bob.like(essay)
    db.session.commit()


def test_nothing_yet(visit):
    assert visit().text(".empty h2") == "Nothing yet"


def test_it_says_who_did_what(visit, ann, bob, cleo, liked):
    cleo.follow(ann)
    publish(cleo, "A walk", "With @ann.")

    assert lines(visit()) == [
        "Unread: Cleo Marchetti mentioned you in “A walk”",
        "Unread: Cleo Marchetti follows you now",
        "Unread: Bob Lindqvist liked “The tide tables”",
    ]


def test_what_was_seen_is_read_the_next_time(visit, liked):
    assert len(visit().select(".unread")) == 1
    assert not visit().select(".unread")


def test_the_bell_counts_what_is_unread(visit, bob, essay, liked):
    bob.repost(essay)
    db.session.commit()

    assert visit("/").texts(".masthead [data-notices] [aria-hidden]") == ["2"]


def test_a_bell_without_news_shows_no_count(visit, liked):
    visit()

    assert visit("/").select("[data-notices='0'][hidden]")


def test_everything_is_read_at_the_press_of_a_button(visit, browser, ann, liked):
    visit("/notifications/followers").submit("form[action$='/read/']")

    assert not visit("/notifications/").select(".unread")


@pytest.mark.parametrize(
    ("shelf", "kinds"), [("followers", 1), ("mentions", 1), ("replies", 0)]
)
def test_a_list_of_one_sort(visit, ann, bob, cleo, liked, shelf, kinds):
    bob.follow(ann)
    publish(cleo, "A walk", "With @ann.")

    assert len(lines(visit(f"/notifications/{shelf}"))) == kinds


def test_a_list_of_one_sort_leaves_the_rest_unread(visit, ann, bob, liked):
    bob.follow(ann)
    db.session.commit()

    visit("/notifications/followers")

    assert len(visit().select(".unread")) == 1


def test_whoever_follows_can_be_followed_back(visit, ann, bob):
    bob.follow(ann)
    db.session.commit()

    page = visit().submit("form.follow")

    assert page.text("form.follow button") == "Following Bob Lindqvist"


@pytest.mark.parametrize("fate", ["unpublished", "binned", "private", "away"])
def test_what_may_not_be_seen_any_more_is_no_news(visit, ann, bob, fate):
    post = publish(bob, "A walk", "With @ann.")
    {
        "unpublished": post.unpublish,
        "binned": post.throw_away,
        "private": lambda: post.show_to("private"),
        "away": bob.leave,
    }[fate]()
    db.session.commit()

    page = visit()

    assert (lines(page), page.select("[data-notices='0']") != []) == ([], True)


@pytest.mark.parametrize("distance", ["mute", "block"])
def test_whom_one_hears_no_longer_is_gone_from_it(visit, ann, bob, liked, distance):
    getattr(ann, distance)(bob)
    db.session.commit()

    assert lines(visit()) == []


def test_somebody_of_a_group_who_is_muted_is_not_named(visit, ann, bob, cleo, essay):
    bob.like(essay)
    cleo.like(essay)
    ann.mute(bob)
    db.session.commit()

    assert lines(visit()) == ["Unread: Cleo Marchetti liked “The tide tables”"]


def test_what_was_gone_from_sight_goes_with_the_rest(visit, ann, bob):
    post = publish(bob, "A walk", "With @ann.")
    post.unpublish()
    db.session.commit()
    visit()

    post.publish()
    db.session.commit()

    assert not visit().select(".unread")


def test_a_page_costs_as_much_for_thirty_as_for_three(visit, ann):
    visit()
    for number in range(30):
        fan = join(f"fan{number}", f"Fan {number}")
        publish(fan, f"Walk {number}", "With @ann.")
        fan.follow(ann)
    db.session.commit()

    with queries(at_most=8):
        page = visit()

    assert len(lines(page)) == 20


def test_a_reader_without_news_is_asked_about_no_further(visit):
    visit("/explore/")

    with statements() as seen:
        visit("/explore/")

    assert not [words for words in seen if words.startswith("SELECT count")]


def test_pages_go_on_where_the_last_one_ended(visit, ann):
    for number in range(25):
        publish(join(f"fan{number}", f"Fan {number}"), f"Walk {number}", "@ann")

    first = visit()
    second = visit(first.select("a[rel=next]")[0]["href"])

    assert (len(lines(first)), len(lines(second))) == (20, 5)
    assert len(second.select(".unread")) == 5


def test_names_are_no_markup(visit, ann, essay):
    join("mallory", "<b>Mal</b>").like(essay)
    db.session.commit()

    page = visit()

    assert (page.text(".note-list .name"), page.select(".note-list b")) == (
        "<b>Mal</b>",
        [],
    )
