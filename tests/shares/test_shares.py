import re

import pytest

from app.extensions import db
from app.models import Post, Share
from tests.fixtures.writing import publish
from tests.support.database import changes


@pytest.fixture
def link(draft):
    """The address by which Ann shows her draft."""
    return share(draft)


def share(post):
    post.show_by_link()
    db.session.commit()
    token = db.session.scalars(db.select(Share.token)).one()
    return f"/shared/{token}"


def test_a_writer_makes_a_link_to_a_draft(browser, ann, draft):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")
    sheet = sheet.submit("#share-begin")
    address = sheet.select(f"#share-{draft.id}")[0]["value"]

    assert re.fullmatch(r"http://localhost/shared/[\w-]{43}", address)


def test_whoever_has_the_link_reads_the_draft(browser, link):
    page = browser.visit(link)

    assert page.text("h1") == "Draft"
    assert page.text(".notice").startswith("A draft that Ann Okafor shows you.")
    assert page.text(".prose") == "Not yet."


def test_the_link_shows_the_draft_as_it_is_now(browser, draft, link):
    draft.revise(title="Draft", summary="", body="Other words.")
    db.session.commit()

    assert browser.visit(link).text(".prose") == "Other words."


def test_readers_of_the_link_change_nothing(browser, ann, link):
    page = browser.sign_in(ann).visit(link)

    assert not page.select("main form, main button")


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Cache-Control", "no-store"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Robots-Tag", "noindex, nofollow, noai, noimageai"),
    ],
)
def test_the_link_leaves_no_trace(client, link, header, value):
    assert client.get(link).headers[header] == value


def test_the_writer_ends_the_link(browser, ann, draft, link):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")
    sheet.submit("#share-end")

    assert browser.visit(link).status == 404


def test_the_drafts_show_the_link_and_end_it(browser, ann, link):
    drafts = browser.sign_in(ann).visit("/drafts/")
    assert drafts.select(f"input[value$='{link}']")

    drafts.submit("form[action$='share/delete']")

    assert browser.visit(link).status == 404


def test_a_link_that_was_ended_is_another_one_afterwards(draft, link):
    draft.end_link()

    assert share(draft) != link


def test_making_one_twice_makes_one(draft, link):
    with changes(Share, by=0):
        draft.show_by_link()


def test_the_bin_ends_the_link_for_good(browser, draft, link):
    draft.throw_away()
    draft.take_back()
    db.session.commit()

    assert browser.visit(link).status == 404


def test_who_is_away_shows_nothing(browser, ann, link):
    ann.leave()
    db.session.commit()

    assert browser.visit(link).status == 404


@pytest.mark.parametrize("audience", ["public", "unlisted"])
def test_what_everybody_can_read_is_at_its_own_address(browser, draft, link, audience):
    draft.show_to(audience)
    draft.publish()
    db.session.commit()

    assert browser.visit(link).path == "/@ann/draft"


@pytest.mark.parametrize("audience", ["followers", "private"])
def test_what_is_for_some_is_shown_to_who_has_the_link(browser, ann, audience):
    post = publish(ann, "Kept", to=audience)

    page = browser.visit(share(post))

    assert page.text("h1") == "Kept"
    assert page.select("meta[name=robots][content*=noindex]")


@pytest.mark.parametrize("token", ["x", "%00", "a" * 120, "..%2f..", "%F0%9F%8E%88"])
def test_a_link_that_was_made_up_shows_nothing(browser, link, token):
    assert browser.visit(f"/shared/{token}").status == 404


def test_nobody_guesses_links(browser):
    tries = {browser.visit(f"/shared/{number}").status for number in range(40)}

    assert tries == {404, 429}


@pytest.mark.parametrize("what", ["share", "share/delete"])
def test_nobody_else_makes_or_ends_one(browser, bob, draft, link, what):
    token = browser.sign_in(bob).visit("/posts/new").value("csrf_token")
    page = browser.send(f"/posts/{draft.id}/{what}", {"csrf_token": token})

    assert page.status == 404
    assert browser.visit(link).status == 200


def test_it_can_be_asked_of_any_post_whether_a_link_shows_it(draft, essay, link):
    shown = db.session.scalars(Post.shared()).all()

    assert shown == [draft]
