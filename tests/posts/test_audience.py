import pytest

from app.extensions import db
from tests.fixtures.writing import publish


@pytest.fixture
def letter(ann, bob):
    """A text of Ann's for those who follow her, as Bob does."""
    bob.follow(ann)
    return publish(ann, "A letter", to="followers")


def test_who_unfollows_reads_no_more(browser, bob, ann, letter):
    assert browser.sign_in(bob).visit(letter.path).status == 200

    bob.unfollow(ann)
    db.session.commit()

    assert browser.visit(letter.path).status == 404


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        ("unlisted", "Not listed"),
        ("followers", "For followers"),
        ("private", "Only you"),
    ],
)
@pytest.mark.parametrize("where", ["/@ann/kept", "/@ann"])
def test_a_badge_says_whom_it_is_for(browser, ann, audience, words, where):
    publish(ann, "Kept", to=audience)

    assert browser.sign_in(ann).visit(where).text(".byline .badge") == words


def test_what_is_for_everybody_wears_no_badge(browser, ann, essay):
    assert not browser.sign_in(ann).visit(essay.path).select(".byline .badge")


@pytest.mark.parametrize("audience", ["unlisted", "public"])
def test_only_what_is_for_everybody_is_for_search_engines(browser, ann, audience):
    post = publish(ann, "Kept", to=audience)

    found = browser.visit(post.path).select("meta[name=robots][content=noindex]")

    assert bool(found) == (audience != "public")


def test_what_is_not_listed_is_kept_by_no_cache_on_the_way(client, ann):
    post = publish(ann, "Kept", to="unlisted")

    answer = client.get(post.path)

    assert answer.headers["Cache-Control"] == "private, no-cache"
