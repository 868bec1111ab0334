"""What a post knows of itself."""

#: 7-8
from app.models import Post


def written(**words):
    post = Post()
    post.revise(**words)
    return post


def test_a_text_without_a_title_is_a_note():
    assert written(title="", body="A raisin.").is_note


def test_reading_takes_a_minute_at_least():
    assert written(title="", body="A raisin.").minutes == 1


def test_the_same_text_again_is_no_edit():
    post = written(title="Tides", body="High.")
    post.revise(title="Tides", body="High.")

    assert post.edited_at is None


def test_another_text_is_an_edit():
    post = written(title="Tides", body="High.")
    post.revise(title="Tides", body="Low.")

    assert post.edited_at is not None
#:
#: 9

def test_a_text_without_a_title_is_a_note(ann):
    assert ann.write(title="", body="A raisin.").is_note


def test_reading_takes_a_minute_at_least(ann):
    assert ann.write(title="", body="A raisin.").minutes == 1


def test_the_same_text_again_is_no_edit(essay):
    essay.revise(title=essay.title, body=essay.body)

    assert essay.edited_at is None


def test_another_text_is_an_edit(essay):
    essay.revise(title=essay.title, body="Low.")

    assert essay.edited_at is not None
#: 12


def test_nobody_saw_another_text_of_a_draft(draft):
    draft.revise(title=draft.title, body="Soon.")

    assert draft.edited_at is None


def test_the_text_is_rendered_when_it_is_written(essay):
    essay.revise(title=essay.title, body="*Low* water.")

    assert essay.body_html == "<p><em>Low</em> water.</p>"
    assert (essay.excerpt, essay.word_count) == ("Low water.", 2)


def test_a_draft_takes_its_address_when_it_is_published(draft):
    draft.publish()

    assert draft.path == "/@ann/the-drawer"
#:
#:
