"""The table of contents."""

from app.extensions import db
from tests.fixtures.writing import publish

THREE = "## One\n\na\n\n### Two *deep*\n\nb\n\n## One\n\nc"


def test_three_headings_are_listed_with_where_they_stand(browser, ann):
    page = browser.visit(publish(ann, "Tides", THREE).path)

    ids = [heading["id"] for heading in page.select(".prose h2, .prose h3")]
    assert page.texts(".toc li") == ["One", "Two deep", "One"]
    assert [a["href"] for a in page.select(".toc a")] == [f"#{key}" for key in ids]


def test_two_headings_are_seen_at_a_glance(browser, ann):
    page = browser.visit(publish(ann, "Tides", "## One\n\na\n\n## Two\n\nb").path)

    assert not page.select(".toc")


def test_a_note_has_none(browser, ann):
    assert not browser.visit(publish(ann, body=THREE).path).select(".toc")


def test_it_follows_the_text(browser, ann):
    post = publish(ann, "Tides", THREE)
    post.revise(title="Tides", summary="", body="## A\n\n## B\n\n## C\n\n## D")
    db.session.commit()

    assert browser.visit(post.path).texts(".toc li") == ["A", "B", "C", "D"]


def test_a_heading_is_text(browser, ann):
    body = "\n\n".join(["## `<b>` & <script>x</script>"] * 3)

    page = browser.visit(publish(ann, "Tides", body).path)

    assert "<b> &" in page.text(".toc li")
    assert not page.select(".toc script, .toc b")
