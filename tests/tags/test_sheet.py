import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Post, Tagging
from tests.fixtures.writing import publish
from tests.support.database import changes, queries

LIST = ".tags a"


@pytest.fixture
def sheet(browser, ann):
    """An empty sheet in front of Ann."""
    return browser.sign_in(ann).visit("/posts/new")


def test_a_post_is_published_with_its_tags(sheet):
    page = sheet.submit(
        "#editor",
        "publish",
        title="Ink",
        body="A text.",
        tag_line="Family trees, #leeds",
    )

    assert page.texts(LIST) == ["Family-trees", "leeds"]
    assert page.select(LIST)[0]["href"] == "/tags/family-trees"


def test_hashtags_stand_beside_them(sheet):
    page = sheet.submit(
        "#editor", "publish", title="Ink", body="On #paper.", tag_line="ink"
    )

    assert page.texts(LIST) == ["ink", "paper"]


def test_a_post_without_tags_shows_none(browser, essay):
    assert not browser.visit("/@ann/the-tide-tables").select(".tags")


def test_the_sheet_shows_the_tags_of_a_draft_again(sheet):
    page = sheet.submit(
        "#editor", "save", body="On #paper.", tag_line="ink,  Sea ,,ink"
    )

    assert page.value("tag_line") == "ink, Sea"


def test_tags_change_though_the_text_does_not(browser, ann, essay):
    essay.tag_with(["ink"])
    db.session.commit()

    page = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")
    page = page.submit("#editor", "save", tag_line="sea")

    assert page.texts(LIST) == ["sea"]
    assert essay.edited_at is None


def test_a_preview_keeps_the_line_as_it_was_typed(sheet):
    page = sheet.submit("#editor", "preview", body="A text.", tag_line="ink,, sea,")

    assert page.value("tag_line") == "ink,, sea,"


def test_there_is_room_for_ten(sheet):
    line = ", ".join(f"tag{number}" for number in range(13))

    page = sheet.submit("#editor", "publish", body="A text.", tag_line=line)

    assert page.status == 422
    assert "There’s room for ten tags. Remove 3." in page.text(".field-error")
    assert (page.value("tag_line"), page.value("body")) == (line, "A text.")


def test_ten_thousand_tags_are_refused_and_kept(sheet):
    line = ", ".join(f"tag{number}" for number in range(10_000))

    with changes(Post, by=0):
        page = sheet.submit("#editor", "publish", body="A text.", tag_line=line)

    assert page.status == 422
    assert page.value("tag_line") == line


def test_of_many_hashtags_the_first_ten_count(sheet):
    body = " ".join(f"#tag{number}" for number in range(500))

    with changes(Tagging, by=10):
        page = sheet.submit("#editor", "publish", title="Many", body=body)

    assert page.status == 200


def test_ten_thousand_hashtags_are_shown_as_they_were_written(sheet):
    body = " ".join(f"#tag{number}" for number in range(10_000))

    page = sheet.submit("#editor", "publish", title="Too many", body=body)

    assert (page.status, page.text(".prose")) == (200, body)


def test_a_tag_that_is_too_long_is_named(sheet):
    page = sheet.submit("#editor", "save", body="A text.", tag_line=f"ink, {'x' * 61}")

    assert page.status == 422
    assert "Shorten “xxx" in page.text(".field-error")


@pytest.mark.parametrize("line", ["ink\nsea", "ink\r\nsea", "ink، sea", "#ink #sea"])
def test_tags_may_stand_one_a_line_or_between_any_commas(sheet, line):
    page = sheet.submit("#editor", "publish", body="A text.", tag_line=line)

    assert page.texts(LIST) == ["ink", "sea"]


@pytest.mark.parametrize("line", ["\x00ink\x00", "<script>alert(1)</script>", "../ink"])
def test_whatever_is_typed_becomes_a_word(sheet, line):
    page = sheet.submit("#editor", "publish", body="A text.", tag_line=line)

    assert page.texts(LIST) in (["ink"], ["scriptalert1script"])


def test_a_binned_post_keeps_its_tags(browser, ann):
    post = publish(ann, "Ink")
    post.tag_with(["ink"])
    post.throw_away()
    db.session.commit()

    post.take_back()
    db.session.commit()

    assert browser.visit("/@ann/ink").texts(LIST) == ["ink"]


def test_the_tags_of_a_post_take_one_statement(browser, ann, essay):
    essay.tag_with([f"tag{number}" for number in range(10)])
    db.session.commit()
    browser.visit(essay.path)

    with queries(at_most=4):
        page = browser.visit(essay.path)

    assert len(page.texts(LIST)) == 10


def test_the_rows_go_with_their_post(ann):
    post = publish(ann, "Ink")
    post.tag_with(["ink"])
    db.session.delete(post)
    db.session.commit()

    assert db.session.scalar(select(Tagging.tag_id)) is None
