import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.crowd import publish_at_once, turn_pages
from tests.support.database import queries


@pytest.fixture
def described(bob):
    """Bob, who has filled in his profile."""
    bob.describe(
        name="Bob Lindqvist",
        bio="I repair *bicycles*. <script>alert(1)</script>",
        location="Under the arch",
        links=["https://www.wheels.example/", "http://code.example/bob"],
    )
    db.session.commit()
    return bob


@pytest.mark.parametrize("path", ["/@bob", "/@BOB", "/@Bob"])
def test_a_person_is_found_in_any_case(browser, bob, path):
    page = browser.visit(path)

    assert page.text("h1") == "Bob Lindqvist"
    assert page.html.find("link", rel="canonical")["href"] == "http://localhost/@bob"


@pytest.mark.parametrize(
    "handle", ["nobody", "bo", "bob%00", "b" * 31, "bob%20", "böb", "%ff"]
)
def test_nobody_else_is_found(browser, bob, handle):
    assert browser.visit(f"/@{handle}").status == 404


def test_the_profile_says_who_somebody_is(browser, described):
    page = browser.visit("/@bob")

    assert page.text(".profile-head .muted") == "@bob"
    assert page.text(".bio em") == "bicycles"
    assert page.shows("Under the arch")


def test_a_script_in_a_bio_is_not_run(browser, described):
    assert not browser.visit("/@bob").select(".bio script")


def test_links_say_that_they_are_of_the_same_person(browser, described):
    links = browser.visit("/@bob").select(".profile-head .meta a[rel]")

    assert [" ".join(link.get_text().split()) for link in links] == [
        "wheels.example",
        "code.example/bob",
    ]
    assert [link["href"] for link in links] == described.links
    assert all("me" in link["rel"] for link in links)


def test_the_numbers_are_told(browser, ann, bob, cleo):
    for follower in (ann, cleo):
        follower.follow(bob)
    bob.follow(ann)
    publish(bob, "One")

    assert browser.visit("/@bob").texts(".stats a") == [
        "1 post",
        "2 followers",
        "1 following",
    ]


def test_the_tabs_lead_to_posts_and_people(browser, bob):
    tabs = browser.visit("/@bob").select("main nav.tabs a")

    assert [tab["href"] for tab in tabs] == [
        "/@bob",
        "/@bob/reposts",
        "/@bob/followers",
        "/@bob/following",
    ]
    assert tabs[0]["aria-current"] == "page"


def test_ones_own_page_has_an_edit_button(browser, bob):
    page = browser.sign_in(bob).visit("/@bob")

    assert page.text(".profile-head .button") == "Edit profile"
    assert page.select(".empty a")[0]["href"] == "/posts/new"


def test_the_page_of_others_has_none(browser, ann, bob):
    page = browser.sign_in(ann).visit("/@bob")

    assert not page.shows("Edit profile")
    assert not page.select(".empty a")


def test_a_profile_shows_only_what_its_person_wrote(browser, essay, note):
    page = browser.visit("/@bob")

    assert page.texts("article.entry .entry-note") == ["A raisin in the bell."]


def test_every_post_is_listed_once(browser, ann, bob):
    publish(bob, "Not hers")
    titles = publish_at_once(ann, 45)

    found = turn_pages(browser.visit("/@ann"), ".feed h2")

    assert sorted(found) == sorted(titles)


def test_a_name_is_text(browser, bob):
    bob.name = "<img src=x>"
    db.session.commit()

    page = browser.visit("/@bob")

    assert page.text("h1") == "<img src=x>"
    assert page.text("title").startswith("<img src=x> (@bob)")


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 7)])
def test_a_profile_takes_few_statements(browser, ann, reader, most, request):
    """Of a reader also: who it is, their ties, mutes and blocks, and marks on posts."""
    publish_at_once(ann, 20)
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit("/@ann")

    with queries(at_most=most):
        browser.visit("/@ann")
