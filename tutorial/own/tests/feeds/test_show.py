"""What programs read."""

from xml.etree import ElementTree

import pytest

from tests.fixtures.writing import publish

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(browser, path="/feed.atom"):
    feed = ElementTree.fromstring(browser.client.get(path).text)  # noqa: S314
    return feed.findall(f"{ATOM}entry")


def test_the_newest_stands_first_with_its_whole_text(browser, essay, bob):
    publish(bob, "Bells", "*Small* bells, and a [link](/about).")
    new, old = entries(browser)

    assert old.findtext(f"{ATOM}title") == "The tide tables"
    assert new.findtext(f"{ATOM}content") == (
        '<p><em>Small</em> bells, and a <a href="http://127.0.0.1:5000/about"'
        ' rel="nofollow ugc noopener">link</a>.</p>'
    )


def test_a_note_has_a_title_there_because_it_must(browser, bob):
    publish(bob, body="A raisin in the bell.")

    [entry] = entries(browser)
    assert entry.findtext(f"{ATOM}title") == "A raisin in the bell."


def test_a_draft_is_not_in_it(browser, draft):
    assert entries(browser) == []


def test_whoever_has_it_gets_nothing_twice(browser, essay):
    etag = browser.client.get("/feed.atom").headers["ETag"]
    again = browser.client.get("/feed.atom", headers={"If-None-Match": etag})

    assert (again.status_code, again.data) == (304, b"")


def test_a_new_post_is_another_answer(browser, essay):
    etag = browser.client.get("/feed.atom").headers["ETag"]
    publish(essay.author, "News")
    again = browser.client.get("/feed.atom", headers={"If-None-Match": etag})

    assert again.status_code == 200


@pytest.mark.parametrize("shape", ["rss", "json"])
def test_other_programs_read_other_shapes(browser, essay, shape):
    assert "The tide tables" in browser.client.get(f"/feed.{shape}").text


def test_programs_find_it_in_the_head_of_the_list(browser, app):
    [link] = browser.visit("/explore/").select("link[rel=alternate]")

    assert link["href"] == "http://127.0.0.1:5000/feed.atom"
