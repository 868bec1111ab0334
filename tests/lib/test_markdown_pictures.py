import pytest

from app.lib.markdown import Known, render
from app.lib.pictures import PictureInfo
from tests.support.prose import prose

FOREIGN = ["https://evil.example/a.png", "//evil.example/a.png", "a.png"]


def test_a_picture_alone_is_a_figure_with_its_title_as_caption():
    figure = prose('![A heron](/heron.png "By the <canal>")').select_one("figure")

    assert figure.img["src"] == "/heron.png"
    assert figure.img["alt"] == "A heron"
    assert figure.figcaption.text == "By the <canal>"


def test_a_figure_does_not_stand_in_a_paragraph():
    assert not prose("![A heron](/heron.png)").select("p, figcaption")


def test_a_picture_in_a_sentence_is_no_figure():
    page = prose("A ![heron](/heron.png) stands.")

    assert page.select("p > img")
    assert not page.select("figure")


@pytest.mark.parametrize("source", FOREIGN)
def test_a_picture_from_elsewhere_becomes_a_link(source):
    page = prose(f"![A heron]({source})")

    assert page.select_one("p > a").text == "A heron"
    assert not page.select("img")


@pytest.mark.parametrize(
    "source", [*FOREIGN, "/\\evil.example/a.png", "/\t/evil.example"]
)
def test_nor_does_raw_html_load_it(source):
    assert not prose(f"<img src='{source}' alt='A heron'>").select("[src]")


def test_a_picture_from_elsewhere_without_words_shows_its_address():
    link = prose("![](https://example.org/a.png)").select_one("a")

    assert link.text == link["href"] == "https://example.org/a.png"


def test_a_linked_picture_from_elsewhere_leaves_no_empty_link():
    page = prose("[![A heron](https://a.example/a.png)](https://b.example)")

    assert "" not in [link.text for link in page.select("a")]


def test_the_first_picture_of_ours_stands_for_the_text():
    source = "![a](https://evil.example/a.png)\n\nOn ![b](/b.png)\n\n![c](/c.png)"

    assert render(source).picture == "/b.png"


def test_a_figure_can_stand_for_the_text():
    assert render("Words.\n\n![c](/c.png)").picture == "/c.png"


@pytest.mark.parametrize("source", ["No picture", "![a](https://evil.example/a.png)"])
def test_without_a_picture_of_ours_none_does(source):
    assert render(source).picture is None


HERON = PictureInfo(
    src="/media/p1/960.jpg",
    srcset="/media/p1/480.jpg 480w, /media/p1/960.jpg 960w",
    width=960,
    height=640,
    tone="tone-12",
    sources=(("image/avif", "/media/p1/480.avif 480w"),),
    alt="A grey heron",
)
KEPT = Known(pictures={"p1": HERON})


@pytest.mark.parametrize("source", ["![](/media/p1.jpg)", "On ![](/media/p1) water"])
def test_a_picture_of_ours_comes_in_the_sizes_that_it_has(source):
    picture = prose(source, known=KEPT).picture

    assert picture.source["srcset"] == HERON.sources[0][1]
    assert picture.img["srcset"] == HERON.srcset
    assert {"alt": "A grey heron", "class": ["tone-12"]}.items() <= (
        picture.img.attrs.items()
    )


def test_what_the_text_says_of_a_picture_comes_first():
    figure = prose('![Mine](/media/p1 "Caption")', known=KEPT).figure

    assert figure.img["alt"] == "Mine"
    assert figure.figcaption.text == "Caption"


def test_a_picture_that_nobody_knows_is_shown_as_it_is_written():
    assert prose("![a](/media/p2.jpg)", known=KEPT).img["src"] == "/media/p2.jpg"


def test_a_picture_of_ours_stands_for_the_text_with_its_own_address():
    rendered = render("![](/media/p1)", look_up=lambda named: KEPT)

    assert rendered.picture == HERON.src


def test_a_figure_leads_to_its_larger_file():
    figure = prose('![](/media/p1 "Caption")', known=KEPT).figure

    assert figure.a["href"] == "/media/p1/480.avif"
    assert figure.a.img["alt"] == "A grey heron"
    assert not figure.a.select("figcaption")


def test_a_picture_without_words_is_no_link_without_a_name():
    assert not prose("![](/heron.png)").select("a")


def test_a_picture_that_is_linked_leads_where_its_writer_says():
    page = prose("[![A heron](/heron.png)](https://example.org)")

    assert [link["href"] for link in page.select("a")] == ["https://example.org"]
