from tests.support.prose import ids, prose

TWO_NOTES = (
    "Once[^a] and again[^a], and another[^b].\n\n[^a]: The *first*.\n[^b]: The second."
)


def test_a_footnote_is_linked_from_its_place_and_back():
    page = prose(TWO_NOTES)

    assert [a["href"] for a in page.select("sup > a")] == ["#fn1", "#fn1", "#fn2"]
    assert page.select_one("section.footnotes li#fn1 em").text == "first"
    assert [a["href"] for a in page.select("[role=doc-backlink]")] == [
        "#fnref1",
        "#fnref2",
    ]


def test_a_footnote_can_be_written_where_it_belongs():
    page = prose("Text^[Said *inline*.] goes on.")

    assert page.select_one("sup > a")["href"] == "#fn1"
    assert page.select_one("li#fn1 em").text == "inline"


def test_two_texts_with_footnotes_fit_on_one_page():
    source = f"# Tide\n\n{TWO_NOTES}"
    one, two = prose(source, "one-"), prose(source, "two-")

    assert not set(ids(one)) & set(ids(two))
    assert {a["href"].removeprefix("#") for a in one.select("a")} <= set(ids(one))
    assert len(set(ids(one))) == len(ids(one))


def test_a_footnote_of_only_a_picture_leaves_no_empty_paragraph():
    page = prose("Text[^1]\n\n[^1]: ![A heron](/heron.png)")

    assert "" not in [paragraph.text for paragraph in page.select("p")]
