"""Looking at a text before anybody else does."""

import pytest

from app.extensions import db
from app.models import Post


@pytest.fixture
def writer(browser, ann):
    return browser.sign_in(ann)


def test_it_shows_what_readers_would_see_and_keeps_nothing(writer):
    page = writer.visit("/posts/new").submit(body="Ink *on* paper", do="preview")

    assert page.text("#preview em") == "on"
    assert page.value("body") == "Ink *on* paper"
    assert db.session.scalar(db.select(Post)) is None


def test_what_is_previewed_can_be_published(writer):
    page = writer.visit("/posts/new").submit(title="Ink", body="*Ink*", do="preview")

    assert page.submit(do="publish").path == "/@ann/ink"


def test_a_preview_of_a_change_changes_nothing(writer, essay):
    page = writer.visit(f"/posts/{essay.id}/edit").submit(body="Low.", do="preview")

    assert page.text("#preview .prose") == "Low."
    assert writer.visit(essay.path).text(".prose") == "High water again."
