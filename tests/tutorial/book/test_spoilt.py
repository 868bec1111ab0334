"""Checks of the book: green if it is sound, red with the place of what is spoilt."""

import pytest

from tutorial.book import check, reading, shown, weave
from tutorial.book.checkpoints import is_true
from tutorial.book.fair import is_fair


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_sound_chapter_is_green(small, number):
    assert small.wrong(number, *check.CHAPTER) == ""


def test_a_sound_book_is_green(small):
    assert check.wrong_with(small.book) == []


def test_a_listing_that_somebody_changed_is_red(small):
    small.spoil("chapters/01-hello.md", 'return "hello"', 'return "hullo"')

    assert "chapters/01-hello.md is not what the code is" in small.wrong(
        1, weave.is_woven
    )


def test_code_that_was_changed_behind_the_text_is_red(small):
    small.spoil("own/app.py", "The first page.", "The page.")

    assert "chapters/01-hello.md is not what the code is" in small.wrong(
        1, weave.is_woven
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "words"),
    [
        ("own/app.py", "Flask(__name__)", "Flask(name)", "Undefined name `name`"),
        ("own/app.py", "NAMES = ", "NAMES  = ", "ruff format would write"),
        ("own/app.py", "from words", "from words.more", "words.more.capital, which"),
        (
            "own/app.py",
            "import capital",
            "import small",
            "app.py:8 imports words.small",
        ),
        ("own/app.py", "page.html", "other.html", "app.py shows other.html"),
        ("own/app.py", "\n#:\n", "\n", "tutorial/own/app.py:8: never ends"),
    ],
)
def test_a_spoilt_stage_is_red(small, path, old, new, words):
    small.spoil(path, old, new)

    assert words in small.wrong(2, check.is_tidy)


def test_a_stage_whose_tests_fail_is_red(small):
    small.spoil("own/app.py", '"hello")', '"bye")')

    assert "the tests of the stage fail" in small.wrong(2, check.is_tested)
    assert "beside it the tests of the stage fail" in small.wrong(2, is_fair)


def test_a_warning_in_a_test_is_red(small):
    warn = '    import warnings\n    warnings.warn("old")\n    assert "<h1>'
    small.spoil("own/tests/test_app.py", '    assert "<h1>', warn)

    assert "UserWarning: old" in small.wrong(2, check.is_tested)


def test_a_stage_without_tests_that_does_not_answer_is_red(small):
    small.spoil("own/app.py", '@app.get("/")', '@app.get("/other")')

    assert "the stage does not start:\n    / answers 404" in small.wrong(
        1, check.is_starting
    )


def test_an_exercise_that_is_passed_before_anything_is_done_is_red(small):
    small.spoil("exercises/01/test_exercise.py", '"cleo"', '"ann"')

    assert "01/test_exercise.py: passes before anything is done" in small.wrong(
        1, is_fair
    )


def test_an_exercise_that_its_solution_does_not_solve_is_red(small):
    small.spoil("exercises/01/solution.diff", '"cleo"', '"dan"')

    assert "exercises/01: with the solution tests fail" in small.wrong(1, is_fair)


def test_a_solution_that_breaks_a_rule_of_the_house_is_red(small, monkeypatch):
    monkeypatch.setattr("tutorial.book.fair.RULES", "tests/test_app.py")
    client = 'app.test_client().get("/").text'
    small.spoil("own/tests/test_app.py", f'"<h1>Hello</h1>" in {client}', "")
    small.spoil("own/tests/test_app.py", "assert ", "assert not app.error_handler_spec")

    assert "exercises/02: with the solution tests fail" in small.wrong(2, is_fair)


def test_a_solution_that_cannot_be_applied_is_red(small):
    small.spoil("exercises/01/solution.diff", "-NAMES", "-OTHERS")

    assert "exercises/01/solution.diff cannot be applied" in small.wrong(1, is_fair)


def test_a_line_that_is_typed_and_shown_nowhere_is_red(small):
    small.spoil(
        "chapters/01-hello.md", "<!-- file app.py -->", "<!-- listing app.py index -->"
    )
    small.weave(1)

    assert "01-hello.md shows nowhere app.py:8: NAMES = " in small.wrong(
        1, shown.is_shown
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("lib/words.py)", "lib/gone.py)", "lib/gone.py: there is no such file"),
        ("#step-1-the", "#step-9-the", "there is no such heading"),
        ("page.webp", "gone.webp", "gone.webp: there is no such file"),
        ("![A page that says hello]", "![]", "say in [] what the picture shows"),
    ],
)
def test_a_broken_link_is_red(small, old, new, words):
    small.spoil("chapters/01-hello.md", old, new)

    assert words in small.wrong(1, reading.leads_somewhere)


def test_a_heavy_picture_is_red(small, monkeypatch):
    monkeypatch.setattr(reading, "HEAVIEST", 1024)

    assert "01-hello.md:9: ../pictures/page.webp: heavier than 1 KB" in small.wrong(
        1, reading.leads_somewhere
    )


def test_a_chapter_that_is_too_long_is_red(small):
    small.spoil("chapters/01-hello.md", "Say more", "Say " + "more " * 3000)

    assert "01-hello.md: 3086 words, not 20 to 3000" in small.wrong(
        1, reading.is_of_good_length
    )


def test_too_much_to_type_is_red(small, monkeypatch):
    monkeypatch.setattr(shown, "MOST_TYPED", 10)

    found = small.wrong(1, shown.is_typed_in_an_evening)

    assert found == "ch01: the reader types 11 lines, not 10"


@pytest.mark.parametrize(("line", "count"), [("Things to do.", 7), ("Others.", 8)])
def test_what_moves_from_one_file_to_another_is_not_typed(
    small, monkeypatch, line, count
):
    monkeypatch.setattr(shown, "MOST_TYPED", 0)
    small.spoil("own/templates/page.html", "<h1>", f"{line}\n<h1>")

    assert f"types {count} lines" in small.wrong(2, shown.is_typed_in_an_evening)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("# 1. Hello", "# Hello", "begin with: # 1. Hello"),
        ("## On your own", "## More", "the headings are "),
        ("## Step 3", "### Step 3", "2 steps, not 3 to 6"),
        ("- **word**", "**word**", "2 terms, not 3 to 6"),
        (
            "```console\n$ flask run\n```\n\n## Step 2",
            "## Step 2",
            "nothing runs in ##",
        ),
    ],
)
def test_a_chapter_that_lacks_a_part_is_red(small, old, new, words):
    small.spoil("chapters/01-hello.md", old, new)

    assert words in small.wrong(1, reading.is_in_order)


def test_a_command_that_says_something_else_is_red(small):
    small.spoil("chapters/02-pages.md", "ls templates\npage", "ls templates\nother")

    assert "`ls templates` says something else" in small.wrong(2, is_true)


def test_a_chapter_that_is_not_written_is_red(small):
    small.book.text(small.chapter(2)).unlink()

    assert "write tutorial/chapters/02-pages.md" in small.wrong(2, weave.is_woven)


def test_a_list_of_chapters_that_is_stale_is_red(small):
    small.spoil("tutorial.toml", 'title = "Pages"', 'title = "More"')

    assert "README.md is not what the code is" in "\n".join(
        check.wrong_with(small.book)
    )


def test_the_whole_check_counts_what_is_wrong(small, capsys):
    small.spoil("chapters/02-pages.md", "# 2. Pages", "# 2. More")

    count = check.report(small.book, [small.chapter(2)], (reading.is_in_order,))

    assert count == 1
    assert "ch02 Pages: 1 to mend" in capsys.readouterr().out


def test_weaving_mends_what_is_stale(small, monkeypatch, capsys):
    monkeypatch.setattr(weave, "load", lambda: small.book)
    small.spoil("chapters/01-hello.md", 'return "hello"', 'return "hullo"')

    assert weave.main(["--check"]) == 1
    assert weave.main([]) == 0
    assert weave.main(["--check"]) == 0
