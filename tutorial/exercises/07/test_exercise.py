"""Exercise 7: a page of notes alone, each of its lines in the layer that owns it."""

from pathlib import Path

from sqlalchemy import Select

from app.features import FEATURES
from app.models import timelines
from tests.fixtures.writing import publish

#: What a controller leaves to models and to app/web.
NOT_OURS = ("select(", ".where(", "session", "request.args", "Post.title")


def test_notes_have_a_page_without_the_articles(browser, essay):
    publish(body="A raisin in the bell.")

    page = browser.visit("/notes/")

    assert page.texts(".entry-note") == ["A raisin in the bell."]
    assert page.texts(".entry-title") == []


def test_older_notes_are_a_page_away(browser, essay):
    for number in range(21):
        publish(body=f"Note {number}")

    older = browser.visit("/notes/").follow("Older")

    assert older.texts(".entry-note") == ["Note 0"]


def test_a_site_without_notes_says_so(browser, essay):
    assert browser.visit("/notes/").text(".empty h2")


def test_the_model_says_which_posts_these_are():
    assert isinstance(timelines.notes(), Select)


def test_the_controller_does_nothing_but_its_own_work():
    text = Path("app/notes/views.py").read_text(encoding="utf-8")

    assert [words for words in NOT_OURS if words in text] == []
    assert "notes" in [feature.bp.name for feature in FEATURES]
