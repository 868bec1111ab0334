import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from tests.support.prose import a_property, ids, prose


@pytest.mark.parametrize(
    ("source", "selector", "words"),
    [
        ("Ink *on* paper", "p > em", "on"),
        ("Ink **on** paper", "p > strong", "on"),
        ("~~gone~~", "p > s", "gone"),
        ("`x < 1`", "p > code", "x < 1"),
        ("> said", "blockquote > p", "said"),
        ("3. third", "ol[start='3'] > li", "third"),
        (
            "See https://example.org/a_b",
            "a[href='https://example.org/a_b']",
            "https://example.org/a_b",
        ),
        ("www.example.org", "a[href='http://www.example.org']", "www.example.org"),
        ("<kbd>Ctrl</kbd>", "p > kbd", "Ctrl"),
        ('<p dir="rtl">שלום</p>', "p[dir=rtl]", "שלום"),
    ],
)
def test_markdown_becomes_html(source, selector, words):
    assert prose(source).select_one(selector).text == words


def test_html_that_is_not_on_the_list_loses_its_power_and_keeps_its_words():
    page = prose(
        "a <font color=red>b</font> <p style='x' onclick='y'>c</p><script>d</script>"
    )

    assert page.text.split() == ["a", "b", "c"]
    assert not page.select("font, script, [style], [onclick]")


def test_a_link_to_a_script_is_no_link():
    assert not prose(
        "[a](javascript:alert(1)) <a href='javascript:alert(1)'>b</a>"
    ).select("[href]")


def test_a_wide_table_scrolls_by_itself():
    assert prose("| a | b |\n|---|---|\n| 1 | 2 |").select(
        "div.table-scroll[tabindex='0'] > table"
    )


def test_columns_are_aligned_without_a_style():
    page = prose("| a | b | c |\n|:-:|--:|---|\n| 1 | 2 | 3 |")

    assert [cell.get("align") for cell in page.select("td")] == [
        "center",
        "right",
        None,
    ]
    assert not page.select("[style]")


def test_a_task_list_shows_what_is_done_and_takes_no_clicks():
    boxes = prose("- [x] done\n- [ ] open").select(
        "li.task-list-item input[type=checkbox]"
    )

    assert [box.has_attr("checked") for box in boxes] == [True, False]
    assert all(box.has_attr("disabled") for box in boxes)


def test_code_is_coloured_by_class_only():
    page = prose("```python\ndef ink(): pass\n```")

    assert page.select_one(".highlight code .k").text == "def"
    assert not page.select("[style]")


@pytest.mark.parametrize(
    "source", ["```klingon\n<b>\n```", "    <b>\n", "```\n<b>\n```"]
)
def test_other_code_is_shown_as_it_is(source):
    assert prose(source).select_one("pre > code").text == "<b>\n"


def test_headings_stand_below_the_title_of_the_page():
    page = prose("# One\n\n## Two\n\nThree\n=====\n\n###### Six\n\n<h1>Raw</h1>")

    assert [tag.name for tag in page.select("h1, h2, h6")] == ["h2", "h2", "h2", "h6"]


def test_headings_can_be_linked_to_in_their_own_script():
    assert ids(prose("# The tide\n\n# 静かな\n\n# 🎉")) == [
        "h-the-tide",
        "h-静かな",
        "h-part",
    ]


@a_property
@given(
    st.lists(st.sampled_from(["a", "A", "a 2", "a-2", "a 2 2", "🎉", "part", "part 2"]))
)
def test_every_heading_has_an_id_of_its_own(titles):
    found = ids(prose("\n\n".join(f"# {title}" for title in titles)))

    assert len(set(found)) == len(titles)


def test_a_text_closes_what_it_opens():
    html = f"<main>{prose('<div><b>never closed')}</main><footer></footer>"

    assert BeautifulSoup(html, "html.parser").select_one("main + footer")


@pytest.mark.parametrize(
    "source", ["- [ ]open", "- [x]", "[ ] open", "1. **[ ] open**", "- `[ ] open`"]
)
def test_other_brackets_are_no_task(source):
    assert not prose(source).select("input")


def test_a_numbered_task_in_a_list_of_tasks_is_one_too():
    page = prose("- [ ] open\n  1. [X] done")

    assert len(page.select("ul.contains-task-list ol.contains-task-list input")) == 1
    assert [label.text for label in page.select("label")] == [" open", " done"]


def test_what_opens_has_markdown_in_it():
    page = prose("<details><summary>More</summary>\n\nIt *opens*.\n\n</details>")

    assert page.select_one("details > p > em").text == "opens"
    assert page.select_one("details > summary").text == "More"


def test_a_quote_says_whose_it_is():
    assert prose("> Words.\n>\n> <cite>Ann</cite>").select_one("blockquote cite")
