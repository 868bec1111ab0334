"""What a page says of itself to networks and programs."""

import json
from datetime import timedelta

import pytest

from app.extensions import db
from app.models.columns import now
from tests.fixtures.joining import change_site
from tests.fixtures.writing import publish

HOSTILE = '</script><script>alert(1)</script>"><b>& \u2028'


def card_on(page):
    """The properties of the card; lists, for some are said several times."""
    found = {}
    for tag in page.select("meta[property]"):
        found.setdefault(tag["property"], []).append(tag["content"])
    return found


def told_on(page):
    """The things in the data block, by their type."""
    [block] = page.select("script[type='application/ld+json']")
    return {thing["@type"]: thing for thing in json.loads(block.string)["@graph"]}


@pytest.fixture
def letter(ann, essay):
    """Ann's essay, which has a language and tags and was edited."""
    essay.tag_with(["Tides", "waiting"])
    essay.language = "de"
    essay.edited_at = now()
    db.session.commit()
    return essay


def test_a_post_has_a_card(browser, letter):
    card = card_on(browser.visit(letter.path))

    said = {name: words for name, [words, *_] in card.items() if "image" not in name}
    assert said == {
        "og:type": "article",
        "og:site_name": "Inklings",
        "og:title": "The tide tables",
        "og:description": "On waiting.",
        "og:url": "http://localhost/@ann/the-tide-tables",
        "og:locale": "de_DE",
        "article:published_time": letter.published_at.isoformat(timespec="seconds"),
        "article:modified_time": letter.edited_at.isoformat(timespec="seconds"),
        "article:author": "http://localhost/@ann",
        "article:tag": "Tides",
    }
    assert card["article:tag"] == ["Tides", "waiting"]
    assert card["og:image:alt"] == ["The tide tables"]


def test_a_profile_has_one(browser, ann):
    card = card_on(browser.visit("/@ann"))

    assert card["og:type"] == ["profile"]
    assert card["og:description"] == ["Ann Okafor writes on Inklings."]
    assert card["profile:username"] == ["ann"]


def test_a_profile_is_described_by_its_first_words(browser, ann):
    bio = "Keeps *the* tide tables. " * 20
    ann.describe(name="Ann", bio=bio, location="", links=[])
    db.session.commit()

    [words] = card_on(browser.visit("/@ann"))["og:description"]

    assert words.startswith("Keeps the tide tables.")
    assert len(words) <= 200


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "Inklings"),
        ("/explore/", "Explore"),
        ("/tags/tides", "#Tides"),
        ("/@ann/series/the-fig-letters", "The fig letters"),
    ],
)
def test_lists_have_one_in_every_language(browser, letter, letters, path, title):
    page = browser.visit(path)

    card = card_on(page)
    assert (card["og:type"], card["og:title"]) == (["website"], [title])
    assert card["og:locale:alternate"] == ["de_DE", "ar_EG"]
    assert len(page.select("meta[name=description]")) == 1


@pytest.mark.parametrize("path", ["/tags/nobody-used-it", "/settings/", "/sign-in"])
def test_what_is_nothing_to_show_has_none(browser, app, path):
    assert not card_on(browser.visit(path))


@pytest.mark.parametrize("audience", ["followers", "private"])
def test_what_is_not_for_everybody_has_none(browser, ann, audience):
    post = publish(ann, "A title", to=audience)

    page = browser.sign_in(ann).visit(post.path)

    assert page.shows("A title")
    assert not card_on(page)
    assert not page.select("script[type='application/ld+json']")


def test_nor_has_what_a_moderator_has_hidden(browser, ann, essay):
    essay.hide()
    db.session.commit()

    page = browser.sign_in(ann).visit(essay.path)

    assert page.status == 200
    assert not card_on(page)


def test_an_article_is_told_whole(browser, letter, bob):
    bob.like(letter)
    db.session.commit()

    post = told_on(browser.visit(letter.path))["BlogPosting"]

    assert post["headline"] == "The tide tables"
    assert post["keywords"] == ["Tides", "waiting"]
    assert {
        "inLanguage": post["inLanguage"],
        "wordCount": post["wordCount"],
        "author": post["author"]["name"],
        "likes": post["interactionStatistic"][0]["userInteractionCount"],
        "publisher": post["publisher"]["name"],
    } == {
        "inLanguage": "de",
        "wordCount": 3,
        "author": "Ann Okafor",
        "likes": 1,
        "publisher": "Inklings",
    }


def test_a_note_is_no_blog_post(browser, note):
    told = told_on(browser.visit(note.path))

    assert told["SocialMediaPosting"]["headline"] == "A raisin in the bell."
    assert "BlogPosting" not in told


def test_a_part_says_of_what(browser, letters):
    told = told_on(browser.visit("/@ann/second"))

    assert told["BlogPosting"]["isPartOf"]["name"] == "The fig letters"
    assert told["BlogPosting"]["position"] == 2
    names = [step["name"] for step in told["BreadcrumbList"]["itemListElement"]]
    assert names == ["Inklings", "Ann Okafor", "The fig letters", "Second"]


def test_what_was_published_elsewhere_says_where(browser, essay):
    essay.canonical = "https://ann.example/tides"
    db.session.commit()

    post = told_on(browser.visit(essay.path))["BlogPosting"]

    assert post["mainEntityOfPage"] == "https://ann.example/tides"


def test_a_profile_tells_who_it_is(browser, ann, essay):
    links = ["https://ann.example/"]
    ann.describe(name="Ann", bio="Keeps *tides*.", location="", links=links)
    db.session.commit()

    person = told_on(browser.visit("/@ann"))["ProfilePage"]["mainEntity"]

    assert person["description"] == "Keeps tides."
    assert person["sameAs"] == links
    assert person["agentInteractionStatistic"]["userInteractionCount"] == 1


def test_the_front_page_tells_where_to_search(browser, app):
    site = told_on(browser.visit("/"))["WebSite"]

    target = site["potentialAction"]["target"]["urlTemplate"]
    assert target == "http://localhost/search?q={search_term_string}"


@pytest.mark.parametrize("what", ["post", "person", "tag", "series", "site"])
def test_hostile_words_stay_words(browser, ann, what):
    if what == "person":
        ann.describe(name=HOSTILE, bio=HOSTILE, location=HOSTILE, links=[])
    if what == "site":
        change_site(name=HOSTILE[:60], tagline=HOSTILE)
    post = publish(ann, HOSTILE, HOSTILE, HOSTILE, ago=timedelta(days=1))
    post.tag_with(["Tides"])
    ann.series_called(HOSTILE).append(post)
    db.session.commit()
    series = ann.series_called(HOSTILE).slug
    paths = {"person": "/@ann", "tag": "/tags/tides", "site": "/"}
    paths |= {"post": post.path, "series": f"/@ann/series/{series}"}

    page = browser.visit(paths[what])

    assert page.status == 200
    assert not [tag for tag in page.select("script") if "alert" in tag.text[:9]]
    assert not page.select("head b")
