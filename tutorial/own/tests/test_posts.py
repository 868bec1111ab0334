"""What writers do with posts, and what readers then see."""

from datetime import UTC, datetime, timedelta

import pytest

import app as inklings  #: 5-5
from app.extensions import db  #: 6-6
from app.models import Post  #: 6-6


@pytest.fixture
def note(browser):
    """The page of a note that was published a moment ago."""
    return write(browser, body="A heron, quite still.")


def write(browser, **words):
    """Fill in the sheet and send it, as a writer would."""
    return browser.visit("/posts/new").submit(**words)


def keep(app, *posts):
    """Lay posts straight into the database: a form takes longer."""
    with app.app_context():
        inklings.db.session.add_all(posts)  #: 5-5
        inklings.db.session.commit()  #: 5-5
        db.session.add_all(posts)  #: 6-6
        db.session.commit()  #: 6-6


def test_a_published_text_is_on_the_first_page(browser):
    write(browser, title="A heron", body="Quite still.")

    assert browser.visit("/").texts(".entry-title") == ["A heron"]


def test_a_writer_lands_on_the_new_post_and_is_told(browser):
    page = write(browser, body="A heron, quite still.")

    assert page.path == "/posts/1"
    assert page.text(".notice") == "It’s out. Anybody can read it now."
    assert page.text(".prose") == "A heron, quite still."


def test_an_empty_text_comes_back_with_what_was_typed(browser):
    page = write(browser, title="A heron", body="   ")

    assert page.status == 422
    assert page.text(".field-error") == "Write something first. A word is enough."
    assert page.value("title") == "A heron"


def test_a_text_that_is_too_long_is_refused(browser):
    page = write(browser, body="a" * 20_001)

    assert page.status == 422
    assert browser.visit("/").texts(".entry") == []


def test_what_looks_like_html_is_shown_as_it_was_typed(browser):
    page = write(browser, body="<script>alert(1)</script>")

    assert page.text(".prose") == "<script>alert(1)</script>"


def test_a_changed_text_says_so(browser, note):
    page = browser.visit("/posts/1/edit").submit(body="A heron. It moved.")

    assert page.text(".prose") == "A heron. It moved."
    assert "edited" in page.text(".byline")


def test_the_same_text_again_is_no_edit(browser, note):
    page = browser.visit("/posts/1/edit").submit()

    assert "edited" not in page.text(".byline")


def test_a_deleted_post_is_gone(browser, note):
    page = note.submit("form[action$=delete]")

    assert page.path == "/"
    assert page.texts(".entry") == []
    assert browser.visit("/posts/1").status == 404


def test_every_post_is_on_one_page_of_the_list(app, browser):
    keep(app, *(inklings.Post(body=f"Note {number}") for number in range(45)))  #: 5-5
    keep(app, *(Post(body=f"Note {number}") for number in range(45)))  #: 6-6

    page = browser.visit("/")
    found = page.texts(".entry-note")
    while page.texts("a[rel=next]"):
        page = page.follow("Older")
        found += page.texts(".entry-note")

    assert found == [f"Note {number}" for number in reversed(range(45))]


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=3), "1 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=5), "5 h"),
    ],
)
def test_a_list_says_how_long_ago_a_post_was_written(app, browser, passed, words):
    keep(app, inklings.Post(body="Late.", created_at=datetime.now(UTC) - passed))  #: 5-5
    keep(app, Post(body="Late.", created_at=datetime.now(UTC) - passed))  #: 6-6

    assert browser.visit("/").text("time") == words
