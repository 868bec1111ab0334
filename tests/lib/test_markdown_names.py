import pytest

from app.lib.markdown import Known, render
from tests.support.prose import prose

ANN = Known(people={"ann": "/@ann"})
MENTION = "a.mention[href='/@ann']"


def tags(source):
    return list(render(source).tags)


@pytest.mark.parametrize(
    "source",
    [
        "@ann",
        "Ask @ann.",
        "(@ann)",
        "*@ann*",
        "@Ann's boat",
        "私は@annと話した",
        "«@ann»",
        "- @ann",
        "> @ann",
        "# For @ann",
        "| @ann |\n|---|",
        "Text[^1].\n\n[^1]: By @ann.",
        "a/b, @ann",
        "\\\\@ann",
    ],
)
def test_a_person_is_linked_where_they_are_named(source):
    assert prose(source, known=ANN).select_one(MENTION).text.lower() == "@ann"


@pytest.mark.parametrize(
    "source",
    [
        "`@ann`",
        "    @ann",
        "```\n@ann\n```",
        "<code>@ann</code>",
        "[@ann](/elsewhere)",
        "<a href='/elsewhere'>@ann</a>",
        "![@ann](/a.png)",
        "mail@ann",
        "a@ann.org",
        "<a@ann.org>",
        "@ann@elsewhere.org",
        "@ann.elsewhere.org",
        "https://elsewhere.org/@ann",
        "\\@ann",
        "&#64;ann",
        "@anna",
        "@ann_",
        "@an",
        "@@ann",
        "zoë@ann",
        "@annë",
    ],
)
def test_nobody_is_linked_where_it_means_something_else(source):
    assert not prose(source, known=ANN).select(".mention")


def test_who_is_not_known_stays_a_word():
    assert prose("Ask @nobody_here.").decode() == "<p>Ask @nobody_here.</p>"


def test_all_that_a_text_names_is_asked_for_at_once():
    asked = []
    source = "@ann @Bob @ann `@eve`\n\n![a](/media/p1.jpg) ![](/media/p2/480.webp)\n\n"

    render(f"{source}https://example.org/a", look_up=lambda n: asked.append(n) or ANN)

    assert [sorted(asked[0].handles), sorted(asked[0].pictures)] == [
        ["ann", "bob"],
        ["p1", "p2"],
    ]
    assert asked[0].links == {"https://example.org/a"}


def test_no_more_people_are_asked_for_than_a_text_can_mean():
    source = " ".join(f"@somebody{number}" for number in range(1000))

    assert len(render(source).named.handles) == 100


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("#ink", ["ink"]),
        ("#Ink and #INK", ["ink"]),
        ("On (#paper), *#ink*. And #two-words-", ["paper", "ink", "two-words"]),
        ("#ink#paper", ["ink"]),
        ("#été #مداد #דיו #हिन्दी", ["été", "مداد", "דיו", "हिन्दी"]),
        ("今日は#静か。#海、", ["静か", "海"]),
        ("#2026tide #a1 #_x", ["2026tide", "a1", "_x"]),
        ("#ink,#paper.#pen!", ["ink", "paper", "pen"]),
        ("- #one\n- #two\n\n> #three", ["one", "two", "three"]),
        ("#zwölf_monate #straße", ["zwölf_monate", "strasse"]),
        ("#1 #42 #_ #- # #! #️⃣", []),
        ("C# and F#5, a#b, /#c, &#d, ##e", []),
        ("`#a` <code>#b</code> [#c](/d)", []),
        ("```\n#a\n```\n\n    #b", []),
        ("\\#ink &#35;ink", []),
        ("https://example.org/#part www.example.org/#part", []),
        ("# A heading", []),
    ],
)
def test_tags_are_found_in_running_text(source, found):
    assert tags(source) == found


def test_a_tag_leads_to_its_posts():
    link = prose("On #Été.").select_one("a.hashtag")

    assert link["href"] == "/tags/%C3%A9t%C3%A9"
    assert link.text == "#Été"


def test_names_are_words_of_the_text():
    rendered = render("Ask @ann about #ink.")

    assert rendered.excerpt == "Ask @ann about #ink."
    assert rendered.words == 4


def test_a_heading_keeps_its_address_whoever_it_names():
    assert prose("# For @ann", known=ANN).h2["id"] == "h-for-ann"
