"""A link that stands alone becomes a card, and the worker asks for its words."""

import pytest

from app.extensions import db
from app.lib import fetching
from app.link_previews import listeners
from app.models import LinkPreview
from app.models.columns import now
from app.models.link_preview import KNOWN
from tests.support.mailbox import deferred, work
from tests.support.web_page import pages

PAGE = "<title>The tide tables</title>"


@pytest.fixture
def web(app, monkeypatch):
    """A site of somebody else's that may be reached although it is on this machine."""
    monkeypatch.setitem(app.config, "LINK_PREVIEWS", True)
    monkeypatch.setattr(fetching.page_at, "__kwdefaults__", {"may_reach": _anywhere})
    with pages() as server:
        yield server


def _anywhere(_number, _port):
    return True


def write(browser, body, button="publish"):
    """Send a text, let the worker work, and look at the page again."""
    page = browser.visit("/posts/new").submit("#editor", button, title="T", body=body)
    work()
    return browser.visit(page.path)


def test_a_lone_link_becomes_a_card(browser, ann, web):
    browser.sign_in(ann)

    page = write(browser, f"Look:\n\n{web.put('/a', PAGE)}")

    assert page.text(".prose .link-card strong") == "The tide tables"


@pytest.mark.parametrize("body", ["See {} there.", "[words]({})", "`{}`", "- {}"])
def test_a_link_among_words_stays_a_link(browser, ann, web, body):
    browser.sign_in(ann)

    page = write(browser, body.format(web.put("/a", PAGE)))

    assert not page.select(".link-card")
    assert not web.asked


def test_a_page_that_is_not_there_stays_a_link(browser, ann, web):
    browser.sign_in(ann)

    page = write(browser, f"{web.address}/nothing")

    assert page.select(f".prose a[href='{web.address}/nothing']")
    assert not page.select(".link-card")


def test_a_draft_asks_nobody(browser, ann, web):
    browser.sign_in(ann)

    write(browser, web.put("/a", PAGE), "save")

    assert (web.asked, deferred()) == ([], [])


def test_two_posts_ask_once(browser, ann, web):
    browser.sign_in(ann)
    address = web.put("/a", PAGE)

    for _ in range(2):
        page = write(browser, address)

    assert web.asked == ["/a"]
    assert page.select(".link-card")


def test_it_is_asked_again_after_a_month(browser, ann, web):
    browser.sign_in(ann)
    address = web.put("/a", PAGE)
    write(browser, address)
    db.session.scalars(LinkPreview.of([address])).one().read_at = now() - KNOWN
    db.session.commit()
    web.put("/a", "<title>Newer</title>")

    page = write(browser, address)

    assert page.text(".link-card strong") == "Newer"


def test_what_a_page_said_once_stays_when_it_is_gone(browser, ann, web):
    browser.sign_in(ann)
    address = web.put("/a", PAGE)
    write(browser, address)
    db.session.scalars(LinkPreview.of([address])).one().read_at = now() - KNOWN
    db.session.commit()
    web.answers.clear()

    page = write(browser, address)

    assert page.text(".link-card strong") == "The tide tables"


def test_of_many_links_five_are_asked(browser, ann, web):
    browser.sign_in(ann)
    links = [web.put(f"/{number}", PAGE) for number in range(9)]

    write(browser, "\n\n".join(links))

    assert len(web.asked) == 5


def test_a_link_added_later_becomes_a_card_too(browser, ann, essay, web):
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")
    sheet.submit("#editor", "save", body=web.put("/a", PAGE))

    work()

    assert browser.visit(essay.path).select(".link-card")


def test_a_card_is_no_new_text(browser, ann, essay, web):
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")
    sheet.submit("#editor", "save", body=web.put("/a", PAGE))
    version = essay.version

    work()

    assert essay.version == version


def test_the_words_of_a_page_are_only_words(browser, ann, web):
    browser.sign_in(ann)
    evil = "<title>&lt;img src=x onerror=alert(1)&gt;</title>"

    page = write(browser, web.put("/a", evil))

    assert page.text(".link-card strong") == "<img src=x onerror=alert(1)>"
    assert not page.select(".link-card img")


def test_this_machine_tells_nothing(browser, ann, app, monkeypatch):
    monkeypatch.setitem(app.config, "LINK_PREVIEWS", True)
    browser.sign_in(ann)
    with pages() as server:
        page = write(browser, server.put("/a", PAGE))

        assert not server.asked
    assert not page.select(".link-card")


def test_where_the_site_wants_none_nothing_is_deferred(browser, ann):
    sheet = browser.sign_in(ann).visit("/posts/new")

    sheet.submit("#editor", "publish", body="https://example.org/")

    assert not deferred()


def test_of_one_author_pages_are_asked_so_often_and_no_more(
    browser, ann, web, monkeypatch
):
    monkeypatch.setattr(listeners, "OFTEN", "2 per hour")
    browser.sign_in(ann)

    for number in range(3):
        write(browser, web.put(f"/{number}", PAGE))

    assert web.asked == ["/0", "/1"]


def test_while_pages_are_read_letters_find_a_thread(browser, ann, web):
    browser.sign_in(ann)

    with listeners._one_at_a_time:
        write(browser, web.put("/a", PAGE))

    assert (web.asked, deferred()) == ([], ["link_previews"])
