"""The book and the guides as a site: what stands where, and what becomes of a page."""

import re
import subprocess
from collections import Counter

import pytest

from tests.support.source import ROOT, name_of
from tutorial.book.plan import load
from tutorial.book.site import Site, as_toml, navigation, only, paths_in
from tutorial.book.site_alone import loads
from tutorial.book.site_page import page
from tutorial.book.site_source import source_page

MAP = '[[tab]]\ntitle = "T"\npages = ["docs/a.md", "docs/b.md"]\n'


@pytest.fixture
def repository(tmp_path):
    """A small repository with two pages, and a module that one of them links to."""
    for path, text in {
        "docs/_site/navigation.toml": MAP,
        "docs/_site/zensical.toml": '[project]\nsite_name = "Inklings"\n',
        "docs/_site/look.css": "",
        "app/static/css/tokens.css": "",
        "app/static/img/favicon.svg": "",
        "app/posts.py": "posts = []\n",
        "docs/a.md": "[b](b.md#on), [posts](../app/posts.py#L1), [gone](gone.md)\n",
        "docs/b.md": "# B\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def laid(root, **options):
    site = Site(root / ".site", root=root, **options)
    site.lay()
    return site, (root / ".site/pages/docs/a.md").read_text()


def test_every_page_stands_in_the_navigation_once():
    book = load()
    chapters = [name_of(book.text(chapter)) for chapter in book.chapters]
    docs = [name_of(path) for path in ROOT.glob("docs/**/*.md")]
    guides = [*ROOT.glob("*.md"), *ROOT.glob("bench/*.md"), *ROOT.glob("tutorial/*.md")]

    wanted = Counter([*chapters, *docs, *map(name_of, guides)])

    assert Counter(paths_in(navigation())) == wanted, "docs/_site/navigation.toml"


def test_a_page_that_is_not_there_yet_is_left_out():
    nav = [{"Book": ["a.md", {"Part": ["b.md"]}]}, {"Guides": ["c.md"]}]

    assert only(nav, {"a.md"}) == [{"Book": ["a.md"]}]


def test_the_navigation_is_written_as_toml():
    assert as_toml([{"A “b”": ["c.md"]}, "d.md"]) == '[{ "A “b”" = ["c.md"] }, "d.md"]'


def test_a_link_to_code_leads_to_a_copy_of_it(repository):
    _, text = laid(repository)

    assert "[b](b.md#on), [posts](../source/app/posts.py.md#__span-0-1)" in text
    copy = repository / ".site/pages/source/app/posts.py.md"
    assert "posts = []" in copy.read_text()


def test_a_link_to_code_leads_to_the_repository_that_is_named(repository):
    _, text = laid(repository, repository="https://code.example/ink/")

    assert "(https://code.example/ink/blob/main/app/posts.py#L1)" in text


def test_a_link_that_leads_nowhere_is_told(repository):
    site, text = laid(repository)

    assert site.complaints == ["docs/a.md links to gone.md, which is not there"]
    assert "[gone](#)" in text


def test_a_page_that_went_is_taken_away(repository):
    laid(repository)
    (repository / "docs/b.md").unlink()

    laid(repository)

    assert not (repository / ".site/pages/docs/b.md").exists()


def test_directives_do_not_show_and_a_path_becomes_a_title():
    woven = "a\n\n<!-- listing app.py -->\n**app.py**\n\n```python\n<!-- b -->\n```\n"

    assert page(woven, str) == 'a\n\n```python title="app.py"\n<!-- b -->\n```\n'


def test_links_in_code_stay_as_they_are():
    code = "`[a](b.md)` and\n\n```md\n[a](b.md)\n```\n"

    assert page(code, lambda to: "elsewhere") == code


@pytest.mark.parametrize(
    ("written", "laid_out"),
    [
        ("1. a\n\n   b\n", "1. a\n\n    b\n"),
        ("- a\n  - b\n", "- a\n    - b\n"),
        (
            "1. a\n\n   ```sh\n   b\n   ```\n2. c\n",
            "1. a\n\n    ```sh\n    b\n    ```\n\n2. c\n",
        ),
        ("a:\n- b\n", "a:\n\n- b\n"),
        ("- a\n\nb\n", "- a\n\nb\n"),
    ],
)
def test_lists_read_as_on_a_code_host(written, laid_out):
    assert page(written, str) == laid_out


def test_a_copy_of_a_file_holds_fences_of_its_own():
    assert source_page("STYLE.md", ROOT).count("````") == 2


def test_a_copy_of_a_feature_shows_all_of_it():
    assert "## `views.py`\n\n```python" in source_page("app/follows", ROOT)


def test_a_copy_of_a_large_folder_names_what_is_in_it():
    copy = source_page("app/web", ROOT)

    assert "- `find.py`" in copy
    assert "```" not in copy


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example/a.js">',
        '<link rel="stylesheet" href="//fonts.example/a">',
        "@import url(https://fonts.example/a.css)",
        '<pre class="mermaid">',
    ],
)
def test_what_asks_others_is_found(text):
    assert loads(text)


def test_a_link_asks_nobody():
    assert not loads('<a href="https://flask.palletsprojects.com/">Flask</a>')


def run(*options):
    command = [ROOT / "bin/docs", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=20)


def test_the_command_says_how_it_is_used():
    assert "Usage: bin/docs [--strict] [--serve [port]]" in run("--help").stdout


def test_the_command_refuses_what_it_does_not_know():
    done = run("--publish")

    assert done.returncode == 2
    assert "bin/docs does not know --publish" in done.stderr


def test_what_the_generator_needs_is_pinned():
    pins = (ROOT / "requirements-docs.txt").read_text().splitlines()
    lines = [pin for pin in pins if pin and not pin.startswith("#")]

    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
