import pytest

from tests.fixtures.writing import publish


def test_a_script_is_not_run(browser, ann):
    post = publish(
        ann, body="Before <script>alert(1)</script><img src=x onerror=alert(1)> after"
    )

    page = browser.visit(post.path)

    assert not page.select(".prose script, .prose [onerror]")
    assert page.text(".prose") == "Before after"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "java\tscript:x",
    ],
)
def test_a_link_that_runs_something_is_no_link(browser, ann, address):
    post = publish(ann, body=f'[words]({address}) <a href="{address}">words</a>')

    links = browser.visit(post.path).select(".prose a[href]")

    assert not links


def test_a_picture_from_elsewhere_is_a_link(browser, ann):
    post = publish(ann, body="![A heron](https://elsewhere.example/heron.png)")

    page = browser.visit(post.path)

    assert not page.select(".prose img")
    assert page.select(".prose a")[0]["href"] == "https://elsewhere.example/heron.png"
    assert page.text(".prose a") == "A heron"


@pytest.mark.parametrize(
    "source",
    ["//elsewhere.example/x", "https://elsewhere.example/x", "data:image/png;base64,x"],
)
def test_a_picture_in_html_is_not_fetched_from_elsewhere(browser, ann, source):
    post = publish(ann, body=f'<img src="{source}" srcset="{source} 2x">')

    assert not browser.visit(post.path).select(".prose [src], .prose [srcset]")


@pytest.mark.parametrize(
    ("source", "selector", "words"),
    [
        (
            "| a | b |\n|---|--:|\n| 1 | 2 |",
            ".prose .table-scroll table td",
            ["1", "2"],
        ),
        ("Waves.[^1]\n\n[^1]: Tall ones.", ".prose .footnotes li", ["Tall ones. ↩"]),
        ("Waves.[^1]\n\n[^1]: Tall ones.", ".prose a[role=doc-noteref]", ["1"]),
        ("```python\nprint()\n```", ".prose .highlight span.nb", ["print"]),
        ("```nosuch\n<b>\n```", ".prose .highlight code", ["<b>"]),
        ("- [x] done", ".prose li.task-list-item", ["done"]),
        ("~~gone~~", ".prose s", ["gone"]),
        ("# Part", ".prose h2", ["Part"]),
        ("> said", ".prose blockquote", ["said"]),
        ("https://example.org", ".prose a[rel~=nofollow]", ["https://example.org"]),
    ],
)
def test_markdown_is_set_on_the_page(browser, ann, source, selector, words):
    post = publish(ann, "Set", source)

    assert browser.visit(post.path).texts(selector) == words


def test_a_footnote_leads_there_and_back(browser, ann):
    post = publish(ann, "Notes", "Waves.[^1]\n\n[^1]: Tall ones.")

    page = browser.visit(post.path)

    there, back = (a["href"] for a in page.select("a[role^=doc-]"))
    assert page.select(f".footnotes li{there}")
    assert page.select(f".prose p a{back}")


def test_footnotes_of_two_notes_on_one_list_stay_apart(browser, bob):
    for body in ("One.[^1]\n\n[^1]: First.", "Two.[^1]\n\n[^1]: Second."):
        publish(bob, body=body)

    names = [tag["id"] for tag in browser.visit("/@bob").select(".feed [id]")]

    assert len(names) == len(set(names)) == 4


def test_what_is_left_open_ends_with_the_text(browser, ann):
    post = publish(ann, body="<div><blockquote><b>open <!-- and never closed")

    page = browser.visit(post.path)

    assert page.select("body > footer.colophon")


@pytest.mark.parametrize("name", ["main", "me", "throw-away", "preview"])
def test_a_text_cannot_pose_as_a_part_of_the_page(browser, ann, name):
    post = publish(
        ann, body=f'<div id="{name}" class="notice" style="color: red">x</div>'
    )

    assert not browser.visit(post.path).select(
        f".prose #{name}, .prose .notice, .prose [style]"
    )


def test_text_from_the_right_finds_its_own_direction(browser, ann):
    post = publish(ann, "مواقيت المد", "ماء عالٍ.", "عن الانتظار")

    page = browser.visit(post.path)

    assert {tag.get("dir") for tag in page.select("h1, .dek, article .prose")} == {
        "auto"
    }
    assert page.text(".prose") == "ماء عالٍ."


def test_a_long_note_shows_its_beginning_on_lists(browser, bob):
    publish(bob, body="A sentence of some length. " * 300)

    entry = browser.visit("/explore/")

    assert entry.texts(".entry p a") == ["Read on"]
    assert len(entry.text(".entry-note")) <= 280


def test_an_article_is_listed_by_its_summary(browser, essay):
    assert browser.visit("/explore/").text(".entry-excerpt") == "On waiting."
    assert not browser.visit("/explore/").shows("High water")
