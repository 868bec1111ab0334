from xml.etree import ElementTree

import pytest

from app.extensions import db
from app.models import Tag


@pytest.fixture
def listed(browser, bob):
    """Take the list, as whom Bob follows by now."""

    def take():
        answer = browser.sign_in(bob).client.get("/settings/data/feeds.opml")
        tree = ElementTree.fromstring(answer.data)  # noqa: S314  (we wrote it)
        return [one.attrib for one in tree.iter("outline") if "xmlUrl" in one.attrib]

    return take


def test_whom_one_follows_is_listed_with_their_feeds(listed, ann, bob):
    bob.follow(ann)
    ann.name = 'Ann "&" <Okafor>'
    db.session.commit()

    assert listed() == [
        {
            "text": ann.name,
            "title": ann.name,
            "type": "rss",
            "xmlUrl": "http://localhost/@ann/feed.atom",
            "htmlUrl": "http://localhost/@ann",
        }
    ]


def test_tags_are_listed_too(listed, bob, essay):
    essay.tag_with(["tides"])
    bob.follow_tag(db.session.scalars(Tag.named("tides")).one())
    db.session.commit()

    [tag] = listed()
    assert (tag["text"], tag["xmlUrl"]) == (
        "#tides",
        "http://localhost/tags/tides/feed.atom",
    )


def test_who_is_away_is_not_listed(listed, ann, bob):
    bob.follow(ann)
    ann.leave()
    db.session.commit()

    assert listed() == []


def test_it_is_a_file_for_oneself(browser, bob):
    answer = browser.sign_in(bob).client.get("/settings/data/feeds.opml")

    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "inklings-bob-feeds.opml" in answer.headers["Content-Disposition"]


def test_a_visitor_signs_in_first(client, app):
    assert client.get("/settings/data/feeds.opml").status_code == 303
