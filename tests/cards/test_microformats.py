"""What a parser of microformats reads on our pages (https://microformats.org/wiki)."""

import mf2py
import pytest

from app.extensions import db
from app.models.columns import now
from tests.fixtures.writing import publish


def read(browser, path, kind):
    """The first thing of this kind on a page, or nothing."""
    page = mf2py.parse(
        doc=browser.visit(path).answer.text, url=f"http://localhost{path}"
    )
    return next((thing for thing in page["items"] if kind in thing["type"]), None)


def plain(thing):
    """What is said once, as text."""
    return {
        name: value["value"] if isinstance(value, dict) and "value" in value else value
        for name, [value, *_] in thing["properties"].items()
    }


@pytest.fixture
def entry(browser, essay, heron, bob, ann):
    """Ann's essay as programs read it: with tags, a cover, an edit and a comment."""
    essay.tag_with(["Tides"])
    essay.wear(heron)
    essay.edited_at = now()
    essay.canonical = "https://ann.example/tides"
    said = bob.comment_on(essay, "A *good* one.")
    db.session.flush()
    ann.comment_on(essay, "Thank you.", said)
    db.session.commit()
    browser.forget_cookies()
    return read(browser, essay.path, "h-entry")


def test_an_article_is_an_entry(entry, essay, heron):
    said = plain(entry)

    published = essay.published_at.strftime("%Y-%m-%dT%H:%M+0000")
    assert said | {"author": "", "comment": "", "updated": ""} == {
        "name": "The tide tables",
        "summary": "On waiting.",
        "content": "High water again.",
        "url": "http://localhost/@ann/the-tide-tables",
        "uid": "http://localhost/@ann/the-tide-tables",
        "published": published,
        "updated": "",
        "category": "Tides",
        "featured": f"http://localhost{heron.info.src}",
        "syndication": "https://ann.example/tides",
        "author": "",
        "comment": "",
    }
    assert said["updated"] > published


def test_its_author_has_a_name_a_face_and_a_page(entry):
    [author] = entry["properties"]["author"]

    assert plain(author) == {
        "name": "Ann Okafor",
        "url": "http://localhost/@ann",
        "photo": "http://localhost/avatars/ann.svg",
    }


def test_comments_are_cited_with_their_answers(entry):
    [comment] = entry["properties"]["comment"]
    [answer] = comment["properties"]["comment"]

    assert comment["type"] == ["h-cite"]
    assert plain(comment)["content"] == "A good one."
    assert plain(answer)["content"] == "Thank you."


def test_a_note_has_no_name_of_its_own(browser, note):
    said = plain(read(browser, note.path, "h-entry"))

    assert "name" not in said
    assert said["content"] == "A raisin in the bell."


def test_a_profile_is_a_card(browser, ann):
    links = ["https://ann.example/"]
    ann.describe(name="Ann", bio="Keeps *tides*.", location="Lagos", links=links)
    db.session.commit()

    card = read(browser, "/@ann", "h-card")

    assert plain(card) | {"url": "", "photo": ""} == {
        "name": "Ann",
        "nickname": "ann",
        "note": "Keeps tides.",
        "locality": "Lagos",
        "uid": "http://localhost/@ann",
        "url": "",
        "photo": "",
    }
    assert card["properties"]["url"] == [*links, "http://localhost/@ann"]


def test_what_somebody_links_to_is_them(browser, ann):
    links = ["https://ann.example/"]
    ann.describe(name="Ann", bio="", location="", links=links)
    db.session.commit()

    page = mf2py.parse(doc=browser.visit("/@ann").answer.text)

    assert page["rels"]["me"] == links


@pytest.mark.parametrize("path", ["/explore/", "/@ann", "/tags/tides"])
def test_a_list_is_a_feed(browser, ann, path):
    publish(ann, "An essay", "About #tides", "On waiting.")
    publish(ann, body="A raisin. #tides")

    entries = [plain(one) for one in read(browser, path, "h-feed")["children"]]

    told = {
        (one.get("name"), one.get("summary"), one.get("content")) for one in entries
    }
    assert told == {
        ("An essay", "On waiting.", None),
        (None, None, "A raisin. #tides"),
    }
    assert all("http://localhost/@ann/" in one["url"] for one in entries)
