"""What stands below a post: before and after it, more by its author, what is alike."""

from datetime import timedelta

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.crowd import strangers
from tests.support.database import queries

STEPS = ".more .series-steps a"
MORE = "section[aria-labelledby=more-by] h3"
RELATED = "section[aria-labelledby=related] h3"


@pytest.fixture
def write():
    """Publish a post with tags, the later the newer: ``write(ann, "One", "ink")``."""
    hours = iter(range(1000, 0, -1))

    def published(author, title, *tags, to="public"):
        post = publish(author, title, ago=timedelta(hours=next(hours)), to=to)
        post.tag_with(tags)
        db.session.commit()
        return post

    return published


def test_the_author_goes_on_before_and_after(browser, ann, bob, write):
    write(ann, "Older")
    write(ann, "Before")
    post = write(ann, "Here")
    write(bob, "By Bob")
    write(ann, "After")
    write(ann, "Newer")

    page = browser.visit(post.path)

    assert page.texts(STEPS) == ["Written before Before", "Written after After"]
    assert [a["rel"] for a in page.select(STEPS)] == [["prev"], ["next"]]


def test_posts_of_one_moment_are_told_apart(browser, ann):
    posts = [publish(ann, f"Wave {number}") for number in range(3)]
    for post in posts:
        post.published_at = posts[0].published_at
    db.session.commit()

    page = browser.visit(posts[1].path)

    assert page.texts(STEPS) == ["Written before Wave 0", "Written after Wave 2"]


def test_three_more_by_the_author_are_named_and_none_twice(browser, ann, write):
    titles = [f"Wave {number}" for number in range(8)]
    posts = [write(ann, title) for title in titles]

    page = browser.visit(posts[6].path)

    assert page.texts(STEPS) == ["Written before Wave 5", "Written after Wave 7"]
    assert page.texts(MORE) == ["Wave 4", "Wave 3", "Wave 2"]


def test_what_shares_most_tags_is_related_first(browser, ann, bob, cleo, write):
    post = write(ann, "Here", "ink", "paper")
    write(bob, "Both", "ink", "paper", "glue")
    write(cleo, "Ink alone", "ink")
    write(bob, "Paper, newer", "paper")
    write(bob, "Glue", "glue")

    page = browser.visit(post.path)

    assert page.texts(RELATED) == ["Both", "Paper, newer", "Ink alone"]


def test_nothing_is_said_where_there_is_nothing(browser, bob, essay, note):
    page = browser.visit(essay.path)

    assert not page.select(".more")


def test_a_series_has_steps_of_its_own(browser, ann, write):
    write(ann, "Before")
    post = write(ann, "Here")
    ann.series_called("Tides").append(post)
    db.session.commit()

    page = browser.visit(post.path)

    assert page.select("article .series-nav")
    assert not page.select(STEPS)
    assert page.texts(MORE) == []


def test_below_a_note_stand_the_steps_alone(browser, ann, write):
    post = publish(ann, body="A note on #ink.")
    for number in range(5):
        publish(ann, f"Wave {number}", "On #ink.", ago=timedelta(minutes=number))

    page = browser.visit(post.path)

    assert len(page.texts(STEPS)) == 1
    assert not page.select(f"{MORE}, {RELATED}")


@pytest.mark.parametrize(
    ("reader", "titles"),
    [
        (None, ["Written before Public"]),
        ("cleo", ["Written before Public"]),
        ("bob", ["Written before Letter", "Written after News"]),
        ("ann", ["Written before Letter", "Written after Diary"]),
    ],
)
def test_each_is_offered_what_they_find(
    browser, ann, bob, write, request, reader, titles
):
    bob.follow(ann)
    write(ann, "Public")
    write(ann, "Letter", to="followers")
    post = write(ann, "Here")
    write(ann, "Diary", to="private")
    write(ann, "News", to="followers")
    write(ann, "By address", to="unlisted")
    if reader:
        browser.sign_in(request.getfixturevalue(reader))

    assert browser.visit(post.path).texts(STEPS) == titles


def test_nothing_by_those_whom_one_blocks_or_mutes_is_related(
    browser, ann, bob, cleo, dan, eve, write
):
    post = write(ann, "Here", "ink")
    for author in (cleo, dan, eve):
        write(author, f"By {author.handle}", "ink")
    bob.mute(cleo)
    bob.block(eve)
    db.session.commit()

    page = browser.sign_in(bob).visit(post.path)

    assert page.texts(RELATED) == ["By dan"]


@pytest.mark.parametrize("what", ["throw_away", "unpublish", "hide"])
def test_what_nobody_finds_any_more_is_not_offered(browser, ann, bob, write, what):
    post = write(ann, "Here", "ink")
    for other in (write(ann, "After", "ink"), write(bob, "Alike", "ink")):
        getattr(other, what)()
    db.session.commit()

    assert not browser.visit(post.path).select(".more")


@pytest.mark.parametrize(("reader", "most"), [(None, 3), ("bob", 7)])
def test_it_takes_two_statements_more(browser, ann, write, request, reader, most):
    for person in strangers(20):
        write(person, person.name, *(f"tag{number}" for number in range(10)))
    posts = [write(ann, f"Wave {n}", *(f"tag{n}" for n in range(10))) for n in range(9)]
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit(posts[4].path)

    with queries(at_most=most):
        page = browser.visit(posts[4].path)

    assert len(page.texts(f"{STEPS}, {MORE}, {RELATED}")) == 8
