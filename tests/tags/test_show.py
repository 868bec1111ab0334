from datetime import timedelta
from urllib.parse import quote

import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Post
from tests.fixtures.writing import publish
from tests.support.crowd import publish_at_once, strangers, turn_pages
from tests.support.database import queries


@pytest.fixture
def tagged():
    """Publish a post with tags: ``tagged(ann, "ink", title="…")``."""

    def write(author, *names, **words):
        post = publish(author, **words)
        post.tag_with(names)
        db.session.commit()
        return post

    return write


def test_posts_with_the_tag_are_listed_newest_first(browser, ann, bob, tagged):
    tagged(ann, "ink", title="Old", ago=timedelta(hours=3))
    tagged(bob, "Ink", title="New", ago=timedelta(hours=1))
    tagged(bob, "paper", title="Other")

    page = browser.visit("/tags/ink")

    assert page.text("h1") == "ink"
    assert page.texts(".feed h2") == ["New", "Old"]


def test_it_is_shown_as_it_was_written_first(browser, ann, bob, tagged):
    tagged(ann, "NaNoWriMo")
    tagged(bob, "nanowrimo")

    assert browser.visit("/tags/nanowrimo").text("h1") == "NaNoWriMo"


@pytest.mark.parametrize(
    "typed", ["Ink", "INK", "%23ink", "ink-", "i%E2%80%8Bnk", "%EF%BC%A9nk"]
)
def test_every_spelling_leads_to_one_address(client, app, typed):
    answer = client.get(f"/tags/{typed}?after=1-2&name=x")

    assert (answer.status_code, answer.location) == (301, "/tags/ink?after=1-2")


def test_the_address_is_canonical(browser, ann, tagged):
    tagged(ann, "墨水")

    page = browser.visit("/tags/墨水")

    link = page.select("link[rel=canonical]")[0]["href"]
    assert link == f"http://localhost/tags/{quote('墨水')}"


@pytest.mark.parametrize("name", ["ink", "墨水", "x" * 60])
def test_a_tag_that_nobody_used_says_so(browser, app, name):
    page = browser.visit(f"/tags/{name}")

    assert (page.status, page.text(".empty h2")) == (404, "Nobody has used this tag")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "..",
            "%2e%2e",
            ".",
            "%2e",
            "%2F..%2F",
            "%5C",
            "%00",
            "%0a",
            "-",
            "%ff",
        ),
        *("%F0%9F%8E%89", "%E2%80%AE", "%E2%80%8F", "%D8%9C", "x" * 61, "x" * 10_000),
    ],
)
def test_what_is_no_tag_has_no_page(browser, app, name):
    page = browser.visit(f"/tags/{name}")

    assert page.status == 404
    assert not page.select(".feed")


def test_drafts_and_the_bin_are_not_listed(browser, ann, draft, tagged):
    draft.tag_with(["ink"])
    tagged(ann, "ink").throw_away()
    tagged(ann, "ink", title="Tomorrow", ago=timedelta(days=-1))
    db.session.commit()

    assert browser.visit("/tags/ink").status == 404


def test_a_draft_is_listed_once_it_is_published(browser, draft):
    draft.tag_with(["ink"])
    db.session.flush()
    draft.publish()
    db.session.commit()

    assert browser.visit("/tags/ink").texts(".feed h2") == ["Draft"]


def test_what_is_for_followers_is_listed_to_them_alone(browser, ann, bob):
    publish(ann, "A letter", "On #ink.", to="followers")
    bob.follow(ann)
    db.session.commit()

    assert browser.visit("/tags/ink").status == 404
    assert browser.sign_in(bob).visit("/tags/ink").texts(".feed h2") == ["A letter"]


@pytest.mark.parametrize("audience", ["unlisted", "private"])
def test_what_is_on_no_list_is_not_on_this_one(browser, ann, bob, audience):
    publish(ann, "Ink", "On #ink.", to=audience)

    assert browser.sign_in(bob).visit("/tags/ink").status == 404


def test_who_is_away_is_not_listed(browser, ann, bob, tagged):
    tagged(ann, "ink", title="By Ann")
    tagged(bob, "ink", title="By Bob")
    ann.leave()
    db.session.commit()

    assert browser.visit("/tags/ink").texts(".feed h2") == ["By Bob"]


def test_every_post_is_shown_once(browser, ann):
    titles = publish_at_once(ann, 45)
    db.session.expire_all()
    for post in db.session.scalars(select(Post)):
        post.tag_with(["ink"])
    db.session.commit()

    found = turn_pages(browser.visit("/tags/ink"), ".feed h2")

    assert sorted(found) == sorted(titles)


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 6)])
def test_a_page_takes_few_statements(browser, tagged, reader, most, request):
    for person in strangers(20):
        tagged(person, "ink", "paper", person.handle)
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit("/tags/ink")

    with queries(at_most=most):
        page = browser.visit("/tags/ink")

    assert len(page.select("article.entry")) == 20


@pytest.mark.parametrize("marks", ["%E2%80%AE", "%E2%80%8F", "%D8%9C", "%E2%81%A6"])
def test_marks_of_direction_are_no_part_of_a_name(client, app, marks):
    answer = client.get(f"/tags/{marks}ink{marks}")

    assert (answer.status_code, answer.location) == (301, "/tags/ink")


@pytest.mark.parametrize(
    "line",
    [
        "..",
        "%00",
        "/",
        "../ink",
        "ink/paper",
        "🎉",
        "🎉ink",
        "\u202eknI",
        "墨水",
        "x" * 60,
    ],
)
def test_whatever_is_given_no_link_is_broken(browser, ann, line):
    post = publish(ann, "Ink")
    post.tag_with([line])
    db.session.commit()

    links = browser.visit(post.path).select(".tags a[rel=tag]")

    assert {browser.visit(link["href"]).status for link in links} <= {200}
