from datetime import timedelta

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.crowd import publish_at_once, strangers, turn_pages
from tests.support.database import queries


def hours(count):
    return timedelta(hours=count)


def test_home_shows_oneself_and_whom_one_follows_newest_first(
    browser, ann, bob, cleo, dan
):
    for author, ago in ((ann, 4), (bob, 3), (cleo, 2), (dan, 1)):
        publish(author, f"By {author.handle}", ago=hours(ago))
    ann.follow(bob)
    ann.follow(dan)
    db.session.commit()

    page = browser.sign_in(ann).visit("/")

    assert page.texts(".feed h2") == ["By dan", "By bob", "By ann"]


def test_being_followed_brings_nothing_to_ones_home(browser, ann, note):
    note.author.follow(ann)
    db.session.commit()

    assert browser.sign_in(ann).visit("/").shows("A quiet timeline")


def test_unfollowing_takes_posts_away(browser, ann, note):
    ann.follow(note.author)
    db.session.commit()
    browser.sign_in(ann).visit("/@bob").submit("form.follow")

    assert not browser.visit("/").shows("A raisin in the bell.")


def test_a_quiet_timeline_offers_people(browser, ann, note):
    page = browser.sign_in(ann).visit("/")

    assert page.text(".empty h2") == "A quiet timeline"
    assert page.select(".empty a")[0]["href"] == "/people"


def test_the_composer_is_there_from_the_start(browser, ann):
    assert browser.sign_in(ann).visit("/").select("form.composer textarea[name=body]")


def test_a_note_stands_whole_and_an_article_by_its_summary(browser, ann, essay):
    publish(ann, body="A raisin in the *bell*.")

    page = browser.sign_in(ann).visit("/")

    assert page.text(".entry-note em") == "bell"
    assert page.text(".entry-excerpt") == "On waiting."


def test_every_post_is_shown_once(browser, ann, bob):
    ann.follow(bob)
    titles = publish_at_once(bob, 45)

    found = turn_pages(browser.sign_in(ann).visit("/"), ".feed h2")

    assert sorted(found) == sorted(titles)


def test_a_post_that_appears_meanwhile_moves_nobody(browser, ann):
    publish_at_once(ann, 25)
    first = browser.sign_in(ann).visit("/")
    publish(ann, "Brand new", ago=hours(0))

    rest = browser.visit(first.select("a[rel=next]")[0]["href"]).texts(".feed h2")

    assert len(first.texts(".feed h2") + rest) == 25
    assert "Brand new" not in rest


@pytest.mark.parametrize(
    "place", ["x", "-", "1-1-1", "zz-1", "0-" + "f" * 99, "%00", "99999999999999999999"]
)
def test_a_damaged_place_is_explained(browser, ann, place):
    page = browser.sign_in(ann).visit(f"/?after={place}")

    assert page.status == 400
    assert page.shows(
        "This link to an older page is damaged. Start again from the newest."
    )


@pytest.mark.parametrize(
    "place", ["0-0", "f" * 14 + "-" + "f" * 15, "3" + "f" * 12 + "-7" + "f" * 14]
)
def test_a_place_beyond_everything_is_no_accident(browser, ann, essay, place):
    assert browser.sign_in(ann).visit(f"/?after={place}").status in {200, 400}


def test_home_takes_few_statements(browser, ann):
    for person in strangers(20):
        ann.follow(person)
        publish(person, f"By {person.name}")
    browser.sign_in(ann).visit("/")

    with queries(at_most=6):
        page = browser.visit("/")

    assert len(page.select("article.entry")) == 20
