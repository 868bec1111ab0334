from datetime import timedelta

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.database import queries

TOMORROW = -timedelta(days=1)


@pytest.fixture(params=["draft", "binned", "scheduled"])
def unseen(request, ann):
    """The address of a text that nobody can read at it."""
    post = publish(
        ann, "Tomorrow", ago=TOMORROW if request.param == "scheduled" else -TOMORROW
    )
    if request.param == "draft":
        post.published_at = None
    if request.param == "binned":
        post.throw_away()
    db.session.commit()
    return post.path


def test_a_text_that_is_not_out_is_unknown_to_strangers(browser, unseen):
    assert browser.visit(unseen).status == 404


def test_a_text_that_is_not_out_has_no_page_for_its_author_either(browser, ann, unseen):
    assert browser.sign_in(ann).visit(unseen).status == 404


@pytest.mark.parametrize("where", ["/", "/explore/", "/@ann"])
def test_a_text_that_is_not_out_is_on_no_list(browser, ann, unseen, where):
    assert not browser.sign_in(ann).visit(where).select("article.entry")


def test_everybody_can_read_what_was_published(browser, essay):
    page = browser.visit(essay.path)

    assert page.text("h1") == "The tide tables"
    assert page.text(".dek") == "On waiting."
    assert page.text(".prose em") == "again"


def test_the_author_finds_edit_and_delete(browser, ann, essay):
    page = browser.sign_in(ann).visit(essay.path)

    assert page.texts("article > .cluster a, article > .cluster button") == [
        "Edit",
        "Revisions",
        "Back to drafts",
        "Pin to your page",
        "Delete…",
    ]
    assert page.select("#throw-away")


@pytest.mark.parametrize("reader", ["visitor", "bob", "dan"])
def test_nobody_else_finds_edit_or_delete(browser, essay, reader, request):
    if reader != "visitor":
        browser.sign_in(request.getfixturevalue(reader))

    page = browser.visit(essay.path)

    assert not page.select("#throw-away")
    assert not page.shows("Edit")


def test_the_page_says_where_it_belongs(browser, essay):
    page = browser.visit("/@ANN/the-tide-tables")

    canonical = page.html.find("link", rel="canonical")
    assert canonical["href"] == "http://localhost/@ann/the-tide-tables"


@pytest.mark.parametrize(
    ("summary", "description"),
    [('On "waiting" & <more>.', 'On "waiting" & <more>.'), ("", "High water again.")],
)
def test_the_page_says_what_it_is_about(browser, ann, summary, description):
    post = publish(ann, "Tides", "High water *again*.", summary)

    page = browser.visit(post.path)

    assert (
        page.html.find("meta", attrs={"name": "description"})["content"] == description
    )


def test_a_title_is_text_wherever_it_stands(browser, ann):
    publish(ann, "<script>alert(1)</script>", summary="<b>bold</b>")

    page = browser.visit("/explore/")

    assert page.text(".entry h2") == "<script>alert(1)</script>"
    assert page.text(".entry-excerpt") == "<b>bold</b>"


def test_the_writer_stands_below_the_text(browser, ann, essay):
    ann.describe(name="Ann Okafor", bio="Keeps *tide* tables.", location="", links=[])
    db.session.commit()

    card = browser.visit(essay.path)

    assert card.text(".author-card h2") == "Ann Okafor"
    assert card.text(".author-card em") == "tide"


def test_no_two_parts_of_the_page_share_a_name(browser, ann):
    footnoted = "# Part\n\nOne.[^1]\n\n[^1]: A note."
    ann.describe(name="Ann", bio=footnoted, location="", links=[])
    post = publish(ann, "Twice", footnoted)

    names = [tag["id"] for tag in browser.visit(post.path).select("[id]")]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "slug", ["nothing", "%00", "a%00b", "%ff", "a" * 121, "..%2f..", "%F0%9F%8E%88"]
)
def test_an_address_without_a_post_is_unknown(browser, essay, slug):
    assert browser.visit(f"/@ann/{slug}").status == 404


def test_a_post_is_at_its_own_author_only(browser, bob, essay):
    assert browser.visit("/@bob/the-tide-tables").status == 404


@pytest.mark.parametrize(("reader", "most"), [(None, 2), ("bob", 6)])
def test_a_post_takes_few_statements(browser, essay, reader, most, request):
    """For a reader: who they are, the post, their ties, their marks, what is around."""
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit(essay.path)

    with queries(at_most=most):
        browser.visit(essay.path)
