import pytest
from bs4 import BeautifulSoup
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.lib import markdown
from tests.fixtures.writing import publish

WORDS = {
    "title": "The tide tables",
    "summary": "On waiting.",
    "body": "High water *again*.",
}


def test_a_new_post_is_a_draft_with_its_html(ann):
    post = ann.write(**WORDS)
    db.session.commit()

    assert not post.is_published
    assert post.body_html == "<p>High water <em>again</em>.</p>"
    assert (post.excerpt, post.word_count) == ("High water again.", 3)


def test_the_same_text_changes_nothing(essay):
    version, updated_at = essay.version, essay.updated_at
    essay.revise(**WORDS)
    db.session.commit()

    assert (essay.version, essay.updated_at, essay.edited_at) == (
        version,
        updated_at,
        None,
    )


@pytest.mark.parametrize("field", ["title", "summary", "body"])
def test_every_other_text_is_another_version(essay, field):
    version = essay.version
    essay.revise(**{**WORDS, field: "Other."})
    db.session.commit()

    assert getattr(essay, field) == "Other."
    assert essay.version == version + 1


def test_readers_are_told_that_a_published_text_has_changed(essay):
    essay.revise(**{**WORDS, "body": "Low water."})

    assert essay.edited_at == essay.updated_at
    assert essay.edited_at > essay.published_at


def test_nobody_is_told_that_a_draft_has_changed(draft):
    draft.revise(**WORDS)
    draft.publish()

    assert draft.edited_at is None


def test_a_text_knows_which_renderer_made_its_html(essay):
    essay.renderer, essay.body_html = 0, "old"
    essay.rerender()

    assert essay.renderer == markdown.VERSION
    assert essay.body_html.startswith("<p>High water")


def test_one_editor_writes_one_post(ann):
    ann.write(**WORDS, form_key="one sheet")
    ann.write(**WORDS, form_key="one sheet")

    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_post_is_found_by_the_editor_of_its_author(ann, bob):
    post = ann.write(**WORDS, form_key="one sheet")

    assert db.session.scalar(ann.written_in("one sheet")) is post
    assert db.session.scalar(bob.written_in("one sheet")) is None


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (230, 1), (460, 2), (2300, 10)])
def test_reading_takes_at_least_a_minute(draft, words, minutes):
    draft.word_count = words

    assert draft.minutes == minutes


def test_an_article_has_no_teaser(essay):
    assert not essay.is_note
    assert essay.teaser_html == ""
    assert not essay.is_cut_on_lists


@pytest.mark.parametrize(
    "body",
    [
        "A raisin *in* the bell.",
        "heron " * 830,
        "**heron** `wades` " * 300,
        "And then…",
    ],
)
def test_a_short_note_is_shown_whole_on_lists(bob, body):
    note = publish(bob, body=body)

    assert note.teaser_html == note.body_html
    assert not note.is_cut_on_lists


@pytest.mark.parametrize("body", ["heron " * 1200, "A start.\n\n- " + "heron " * 1200])
def test_of_a_long_note_lists_show_the_beginning(bob, body):
    note = publish(bob, body=body)

    assert BeautifulSoup(note.teaser_html, "html.parser").text == note.excerpt
    assert note.is_cut_on_lists


def test_the_beginning_of_a_note_is_no_html(bob):
    note = publish(bob, body="1 &lt; 2 `<b>` " + "heron " * 1200)

    assert "1 &lt; 2 &lt;b&gt; heron" in note.teaser_html


def test_the_footnotes_of_two_notes_do_not_meet(bob):
    one, two = (publish(bob, body="Text[^1].\n\n[^1]: Note.") for _ in range(2))

    assert f'id="fn{one.slug}-1"' in one.teaser_html
    assert f'id="fn{one.slug}-1"' not in two.teaser_html
