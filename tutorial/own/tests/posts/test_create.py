"""Writing something new."""

import pytest
#: 9

from app.lib import slugs
#:


@pytest.fixture
#: 7-7
def writer(browser):
    return browser
#:
#: 8-8
def writer(browser, bob):
    return browser.sign_in(bob)
#:
#: 9
def writer(browser, ann):
    return browser.sign_in(ann)
#:


def test_what_is_written_can_be_read(writer):
    page = writer.visit("/posts/new").submit(title="Tides", body="High water.")  #: 6-11
#: 12
    page = writer.visit("/posts/new").submit(
        title="Tides", body="High water.", do="publish"
    )
#:

    assert page.text("h1") == "Tides"
    assert page.text(".prose") == "High water."


def test_a_writer_lands_on_the_new_post_and_is_told(writer):
    page = writer.visit("/posts/new").submit(body="High water.")  #: 7-11
    page = writer.visit("/posts/new").submit(body="High water.", do="publish")  #: 12

    assert page.text("h1") == "A note"
    assert page.text(".notice") == "It’s out. Anybody can read it now."


def test_a_text_that_is_too_long_is_refused(writer):
    page = writer.visit("/posts/new").submit(body="a" * 20_001)

    assert page.status == 422


def test_a_note_needs_no_title(writer):
    page = writer.visit("/posts/new").submit(body="A raisin in the bell.")  #: 6-11
    page = writer.visit("/posts/new").submit(body="A raisin in the bell.", do="publish")  #: 12

    assert page.text(".prose") == "A raisin in the bell."


def test_an_empty_text_is_refused_and_the_title_stays(writer):
    page = writer.visit("/posts/new").submit(title="Tides", body=" ")

    assert page.status == 422
    assert page.text(".field-error") == "Write something first. A word is enough."
    assert page.value("title") == "Tides"


#: 6-11
def test_what_is_written_is_words_and_no_markup(writer):
    page = writer.visit("/posts/new").submit(body="<script>alert(1)</script>")

    assert page.text(".prose") == "<script>alert(1)</script>"
    assert not page.select("main script")


#:
def test_a_form_of_another_site_is_refused(writer):
    page = writer.send("/posts", {"body": "Sent by somebody else."})

    assert page.status == 400
#: 8


def test_a_visitor_is_asked_to_sign_in(browser, app):
    page = browser.visit("/posts/new")

    assert page.path == "/sign-in?next=/posts/new"
#:
#: 9


def test_the_address_says_who_and_what(writer):
    page = writer.visit("/posts/new").submit(title="The tide tables", body="High.")  #: 9-11
#: 12
    page = writer.visit("/posts/new").submit(
        title="The tide tables", body="High.", do="publish"
    )
#:

    assert page.path == "/@ann/the-tide-tables"


def test_two_of_one_title_have_two_addresses(writer, essay):
    page = writer.visit("/posts/new").submit(title=essay.title, body="Low.")  #: 9-11
#: 12
    page = writer.visit("/posts/new").submit(
        title=essay.title, body="Low.", do="publish"
    )
#:

    assert page.path == "/@ann/the-tide-tables-2"


def test_two_at_once_have_two_addresses_as_well(writer, essay, monkeypatch):
    outdated, first_free = [essay.slug], slugs.first_free
    monkeypatch.setattr(
        slugs, "first_free", lambda *it: outdated.pop() if outdated else first_free(*it)
    )
    page = writer.visit("/posts/new").submit(title=essay.title, body="Low.")  #: 9-11
#: 12
    page = writer.visit("/posts/new").submit(
        title=essay.title, body="Low.", do="publish"
    )
#:

    assert page.path == "/@ann/the-tide-tables-2"
    assert page.text(".prose") == "Low."
#:
