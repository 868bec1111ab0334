"""The map: every module has one chapter, and who adds one is told to say which."""

from itertools import chain

import pytest

from tutorial.book.map import Map, complaints, fits, modules, slug
from tutorial.book.plan import load

PLAN = '[[chapter]]\nnumber = 1\nslug = "hello"\ntitle = "Hello"\npart = "One"\n'
SAID = """\
[modules]
1 = ["app/follows/", "app/models/*.py", "config.py"]
2 = ["app/models/post.py"]

[[concept]]
name = "Routing"
taught = [{ chapter = 1, heading = "Step 1" }]
used = ["config.py"]
"""
TEXTS = {
    "tutorial/tutorial.toml": PLAN,
    "tutorial/map.toml": SAID,
    "tutorial/chapters/01-hello.md": "# 1. Hello\n\n## Step 1: `app.py`\n",
    "app/follows/__init__.py": '"""Following | people."""\n',
    "app/follows/views.py": '"""Views."""\n',
    "app/models/post.py": '"""What ``people`` write."""\n',
    "app/models/user.py": '"""Who they are.\n\nAnd more."""\n',
    "config.py": '"""Settings."""\n',
}


@pytest.fixture
def book(tmp_path):
    """A small book whose map is as it has to be."""
    for path, text in TEXTS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    book = load(tmp_path)
    (book.folder / "map.md").write_text(Map(book).woven())
    return book


def test_the_map_of_the_book_has_every_module():
    book = load()
    its = Map(book)

    assert list(its.complaints()) == []
    assert sorted(chain(*its.rows().values())) == modules(book.root)


def test_a_row_is_a_feature_or_a_file_of_what_all_share(book):
    assert list(Map(book).rows()) == [
        "app/follows/",
        "app/models/post.py",
        "app/models/user.py",
        "config.py",
    ]


def test_a_row_quotes_the_module_and_leads_to_its_chapter(book):
    link = "[1. Hello](chapters/01-hello.md)"

    assert (
        f"| [`app/follows/`](../app/follows/) | Following \\| people. | {link} |"
        in Map(book).woven()
    )


def test_of_two_patterns_the_one_that_says_more_counts(book):
    row = "| [`app/models/post.py`](../app/models/post.py) | What `people` write."

    assert f"{row} | chapter 2 |" in Map(book).woven()


def test_a_concept_leads_to_its_heading(book):
    assert "(chapters/01-hello.md#step-1-apppy)" in Map(book).woven()


def test_a_map_that_is_right_is_not_complained_of(book):
    assert complaints(book) == []


def test_a_new_module_wants_a_chapter(book):
    (book.root / "app/web.py").write_text('"""New."""\n')

    assert complaints(book)[0].startswith("app/web.py: no chapter explains it")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"config.py"]', '"nothing.py"]', "config.py: no chapter explains it"),
        ('"config.py"]', '"config.py", "x.py"]', "x.py fits no module"),
        (
            '2 = ["app',
            '2 = ["config.py", "app',
            "config.py: map.toml says chapters [1, 2]",
        ),
        ("Step 1", "Step 2", "map.toml, Routing: no heading of 01-hello begins"),
        (
            'used = ["config.py"]',
            'used = ["a.py"]',
            "map.toml, Routing: there is no a.py",
        ),
        ("Routing", "Routes", "tutorial/map.md is of yesterday"),
    ],
)
def test_what_is_wrong_is_said(book, old, new, says):
    (book.folder / "map.toml").write_text(SAID.replace(old, new))

    assert any(complaint.startswith(says) for complaint in complaints(book))


def test_a_module_without_a_docstring_is_named(book):
    (book.root / "config.py").write_text("")

    assert complaints(book)[0].startswith("config.py: give the module a docstring")


@pytest.mark.parametrize(
    ("pattern", "path", "it_does"),
    [
        ("app/models/comment*.py", "app/models/comment_like.py", True),
        ("app/*.py", "app/models/post.py", False),
        ("app/tag*/", "app/tag_feeds/views.py", True),
        ("app/tag/", "app/tags/views.py", False),
        ("serving/", "serving.py", False),
    ],
)
def test_a_star_stays_in_its_folder(pattern, path, it_does):
    assert fits(pattern, path) == it_does


def test_a_heading_is_called_as_code_hosts_call_it():
    assert slug("Step 3: `flask run`, again") == "step-3-flask-run-again"
