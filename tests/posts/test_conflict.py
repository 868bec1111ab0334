import pytest

from app.extensions import db
from app.models import Post, Revision
from app.models.permissions import WRITE
from tests.support.database import changes


@pytest.fixture
def older(browser, ann, essay):
    """Ann's essay in her editor, as another tab still shows it after a change."""
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")
    sheet.submit("#editor", "save", body="The newer text.")
    return sheet


@pytest.fixture
def both(older):
    """What answers when that tab sends its own text."""
    return older.submit("#editor", "save", title="Mine", body="My text.")


@pytest.fixture
def older_draft(browser, ann, draft):
    sheet = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit")
    sheet.submit("#editor", "save", body="The newer draft.")
    return sheet


def test_an_edit_over_a_newer_text_shows_both(both):
    assert both.status == 409
    assert (both.value("title"), both.value("body")) == ("Mine", "My text.")
    assert both.text("#newer") == "The newer text."


def test_it_shows_what_would_change_word_by_word(both):
    assert both.text(".difference-body del").startswith("removed: The newer")
    assert both.text(".difference-body ins").startswith("added: My")


def test_it_is_not_written(both, browser, essay):
    assert browser.visit(essay.path).text(".prose") == "The newer text."


def test_my_text_replaces_the_newer_one(both):
    page = both.submit("#conflict", "save")

    assert (page.text("h1"), page.text(".prose")) == ("Mine", "My text.")


def test_what_i_take_over_there_is_sent(both):
    page = both.submit("#conflict", "save", body="The best of both.")

    assert page.text(".prose") == "The best of both."


def test_the_newer_text_stays_as_a_revision(both, browser, essay):
    both.submit("#conflict", "save")

    page = browser.visit(f"/posts/{essay.id}/revisions/2?whole")

    assert page.text(".prose") == "The newer text."


def test_that_of_a_draft_stays_too(older_draft, browser, draft):
    with changes(Revision, by=1):
        older_draft.submit("#editor", "save", body="My draft.").submit(
            "#conflict", "save"
        )

    page = browser.visit(f"/posts/{draft.id}/revisions/1")
    assert page.text(".prose") == "The newer draft."


def test_mine_becomes_a_draft_of_its_own(both):
    with changes(Post, by=1):
        page = both.submit("#conflict", "draft")

    assert (page.value("title"), page.value("body")) == ("Mine", "My text.")
    assert "Saved as a draft" in page.text()


def test_pressed_twice_that_is_one_draft(both):
    with changes(Post, by=1):
        for _ in range(2):
            both.submit("#conflict", "draft")


def test_then_the_newer_text_is_left_alone(both, browser, essay):
    both.submit("#conflict", "draft")

    assert browser.visit(essay.path).text(".prose") == "The newer text."


def test_the_newer_text_can_be_kept(both, browser):
    (link,) = [a for a in both.select(".ways a") if "newer" in a.text]

    assert browser.visit(link["href"]).value("body") == "The newer text."


def test_whoever_may_not_begin_texts_has_two_ways(older, monkeypatch):
    monkeypatch.setattr("app.models.user.User.can", lambda _, what: what != WRITE)

    both = older.submit("#editor", "save", body="My text.")

    assert both.texts(".ways button") == ["Replace it with mine"]


def test_a_third_text_meanwhile_is_a_conflict_once_more(both, browser, essay):
    db.session.refresh(essay)
    essay.revise(**essay.words | {"body": "The third text."})
    db.session.commit()

    again = both.submit("#conflict", "save")

    assert (again.status, again.value("body")) == (409, "My text.")
    assert again.text("#newer") == "The third text."


def test_a_text_that_was_to_be_published_is_published(older_draft):
    both = older_draft.submit("#editor", "publish", title="Out", body="My text.")

    assert both.submit("#conflict", "publish").path == "/@ann/out"


def test_what_else_stood_on_the_sheet_travels_on(older, browser, essay):
    both = older.submit("#editor", "save", body="My text.", shows_history="y")

    both.submit("#conflict", "save")

    assert browser.visit(f"{essay.path}/history").status == 200


def test_the_same_text_over_a_newer_version_is_no_conflict(older):
    page = older.submit("#editor", "save", body="The newer text.")

    assert (page.status, page.path) == (200, "/@ann/the-tide-tables")


def test_a_refused_text_is_still_mine_to_mend(both):
    page = both.submit("#conflict", "save", title="Too long " * 30)

    assert (page.status, page.value("body")) == (422, "My text.")
