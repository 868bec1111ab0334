"""Weaving: what comes to stand below a directive."""

import pytest

from tutorial.book import directives
from tutorial.book.listings import Scene, woven
from tutorial.book.plan import BookError


@pytest.fixture
def weave(small):
    """Weaves a text as if it were the chapter of that number."""

    def weave(number, text):
        scene = Scene.of(small.book, small.chapter(number))
        return directives.woven(text, lambda directive: woven(scene, directive))

    return weave


def test_a_file_is_shown_whole_below_its_name(weave):
    text = weave(2, "<!-- file templates/page.html -->\n")

    assert "\n\n**templates/page.html**\n\n```html+jinja\n<!doctype html>\n" in text
    assert text.endswith("{% endblock %}\n```\n\n<!-- end -->\n")


def test_what_is_woven_stays_as_it_is_when_woven_again(weave):
    once = weave(2, "Before.\n<!-- files -->\nAfter.\n")

    assert weave(2, once) == once
    assert "<!-- end -->\n\nAfter.\n" in once


def test_what_stood_there_before_is_replaced(weave):
    text = weave(1, "<!-- listing app.py NAMES -->\nold\n<!-- end -->\nnew\n")

    assert "old" not in text
    assert '```python\nNAMES = {"ann", "bob"}\n```' in text


def test_names_that_stand_apart_are_shown_in_the_order_of_the_file(weave):
    text = weave(1, "<!-- listing app.py index NAMES -->\n")

    assert '\nNAMES = {"ann", "bob"}\n\n\n@app.get("/")\ndef index():\n' in text


def test_names_on_neighbouring_lines_stay_neighbours(weave, small):
    small.spoil("own/app.py", "NAMES =", "MOST = 3\nNAMES =")

    text = weave(1, "<!-- listing app.py MOST NAMES -->\n")

    assert '\nMOST = 3\nNAMES = {"ann", "bob"}\n```' in text


def test_a_method_is_shown_below_the_line_of_its_class(weave, small):
    small.spoil("own/app.py", "NAMES =", "class A:\n    def b(self): ...\n\nNAMES =")

    text = weave(1, "<!-- listing app.py A.b -->\n")

    assert "```python\nclass A:\n    …\n\n    def b(self): ...\n```" in text


def test_a_change_is_shown_as_a_difference(weave):
    text = weave(2, "<!-- diff app.py index -->\n")

    assert '-    return "hello"\n+    return render_template(' in text
    assert "+from words import capital" not in text


def test_a_text_with_fences_stands_between_longer_ones(weave, small):
    small.spoil("own/notes.txt", "Things to do.", "```\nThings to do.\n```")

    assert "\n````text\n```\n" in weave(1, "<!-- file notes.txt -->\n")


def test_a_table_says_what_becomes_of_the_files(weave):
    text = weave(2, "<!-- files -->\n")

    assert "| `app.py` | you change it | +4 −1 |" in text
    assert "| `static/css/` | from the real application | 1 file |" in text
    assert "| `notes.txt` | gone | |" in text


def test_a_chapter_begins_with_the_end_of_the_one_before(weave):
    text = weave(3, "<!-- run -->\n")

    assert "$ python tutorial/stage.py 2 ../inklings-02\n" in text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<!-- file -->", "line 1: which file?"),
        ("A\n<!-- file nowhere.py -->", "line 2: the stage has no text nowhere.py"),
        ("<!-- listing app.py show -->", "line 1: app.py has no 'show'"),
        ("<!-- diff templates/page.html -->", "is new: show it as a file"),
        ("<!-- diff app.py NAMES -->", "app.py does not change there"),
        ("<!-- lists app.py -->", "no directive: <!-- lists app.py -->"),
        ("A\n<!-- end -->", "line 2: what ends here?"),
        ("```python\na = 1\n", "line 1: a listing that is never closed"),
    ],
)
def test_what_cannot_be_woven_is_named_with_its_line(weave, text, words):
    with pytest.raises(BookError, match=words):
        weave(2, text)


def test_a_directive_inside_a_listing_is_words(weave):
    text = "```\n<!-- file app.py -->\n```\n"

    assert weave(1, text) == text


def test_a_solution_shows_what_it_does_to_a_file(weave):
    text = weave(2, "<!-- solution app.py -->\n")

    assert "**app.py**\n\n```diff\n@@ " in text


def test_a_solution_shows_a_new_file_whole(weave, small):
    (small.book.folder / "exercises/02/solution.diff").write_text(
        "diff --git a/new.py b/new.py\nnew file mode 100644\n"
        "--- /dev/null\n+++ b/new.py\n@@ -0,0 +1,2 @@\n+A = 1\n+B = 2\n"
    )

    text = weave(2, "<!-- solution new.py -->\n")

    assert "**new.py**\n\n```python\nA = 1\nB = 2\n```" in text


def test_a_file_that_a_solution_leaves_alone_is_refused(weave):
    with pytest.raises(BookError, match="does not touch"):
        weave(2, "<!-- solution app/lib/words.py -->\n")
