from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from app.extensions import db
from tests.audience.who_sees_it import WHO_SEES_IT
from tests.fixtures.writing import publish
from tests.support.database import queries
from tests.support.site import choose
from tests.support.states import bring_into

THERE = "http://localhost/@ann/the-tide-tables"
HARMLESS = {"blockquote", "p", "strong", "a", "footer"}
OPEN = {"public", "unlisted", "author limited", "not indexable"}


@pytest.fixture
def ask(client):
    """Asks what a card of this address shows."""

    def ask(url=THERE, **asked):
        return client.get("/oembed", query_string={"url": url, **asked})

    return ask


def test_it_says_what_a_card_shows(ask, essay):
    said = ask().json

    assert (said["version"], said["type"], said["title"]) == (
        "1.0",
        "rich",
        "The tide tables",
    )
    assert (said["author_name"], said["author_url"]) == (
        essay.author.name,
        "http://localhost/@ann",
    )
    assert said["provider_name"] == "Inklings"


def test_the_quotation_leads_to_the_post(ask, essay):
    quoted = BeautifulSoup(ask().json["html"], "html.parser")

    links = [link["href"] for link in quoted.select("a")]
    assert links == [THERE, "http://localhost/@ann", THERE]
    assert "On waiting." in quoted.text


def test_the_page_of_a_post_leads_to_it(browser, essay):
    page = browser.visit(essay.path)

    kinds = ("application/json+oembed", "text/xml+oembed")
    found = [page.select(f"link[type='{kind}']")[0]["href"] for kind in kinds]
    assert [browser.client.get(link).status_code for link in found] == [200, 200]


def test_it_speaks_xml_too(ask, essay):
    answer = ask(format="xml")

    said = ElementTree.fromstring(answer.data)  # noqa: S314  (ours)
    assert (answer.mimetype, said.tag) == ("text/xml", "oembed")
    assert said.findtext("title") == "The tide tables"


@pytest.mark.parametrize("form", ["json", "xml"])
def test_what_somebody_wrote_stays_words(ask, ann, form):
    evil = "</script><img src=x onerror=alert(1)> \"'&]]>\ufffe"
    post = publish(ann, evil, "x", summary=evil)
    post.author.name = evil
    db.session.commit()

    answer = ask(f"http://localhost{quote(post.path)}", format=form)

    said = ElementTree.fromstring(answer.data) if form == "xml" else None  # noqa: S314
    html = said.findtext("html") if form == "xml" else answer.json["html"]
    quoted = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in quoted.find_all()} <= HARMLESS
    assert evil.rstrip("\ufffe") in quoted.text


@pytest.mark.parametrize("state", [*WHO_SEES_IT, "not indexable"])
@pytest.mark.parametrize("reader", ["visitor", "author"])
def test_only_what_everybody_may_read_has_a_card(
    browser, ask, essay, ann, state, reader
):
    bring_into(essay, state)
    if reader == "author" and not ann.is_away:
        browser.sign_in(ann)

    answer = browser.client.get("/oembed", query_string={"url": THERE})

    assert answer.status_code == (200 if state in OPEN else 404)
    assert (b"tide" in answer.data) == (state in OPEN)


def test_what_is_private_and_what_never_was_look_the_same(ask, essay):
    bring_into(essay, "private")

    private, nothing = ask(), ask("http://localhost/@ann/nothing")

    assert (private.status_code, private.data) == (404, nothing.data)


OURS = [
    "https://localhost/@ann/the-tide-tables",
    "HTTP://LOCALHOST/@ANN/the-tide-tables",
    "http://127.0.0.1:8000/@ann/the-tide-tables?utm=1#part",
    "http://localhost/%40ann/the-tide-tables",
]
NOT_OURS = [
    "",
    "the-tide-tables",
    "/@ann/the-tide-tables",
    "//localhost/@ann/the-tide-tables",
    "https://example.org/@ann/the-tide-tables",
    "http://localhost.example.org/@ann/the-tide-tables",
    "http://localhost@example.org/@ann/the-tide-tables",
    "file:///@ann/the-tide-tables",
    "gopher://localhost/@ann/the-tide-tables",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1",
    "http://localhost/@ann",
    "http://localhost/@ann/the-tide-tables/likes",
    "http://localhost/settings/",
    "http://localhost/@ann/..",
    "http://localhost/@ann/%00",
    "http://localhost/@ann/%ff",
    "http://localhost/@ann/the-tide-tables\r\nX: y",
    "http://localhost/" + "a" * 10_000,
    "http://localhost/@" + "a" * 31 + "/x",
    "http://\ud83d/",
]


@pytest.mark.parametrize("url", OURS)
def test_an_address_of_ours_is_known_however_it_is_written(ask, essay, url):
    assert ask(url).status_code == 200


@pytest.mark.parametrize("url", NOT_OURS)
def test_nothing_else_is_answered_or_asked(ask, essay, url):
    answer = ask(url.encode("utf-8", "surrogatepass"))

    assert answer.status_code == 404


def test_an_earlier_address_leads_to_the_post(ask, essay):
    essay.move_to("high-water")
    essay.author.rename("anna")
    db.session.commit()

    said = ask().json

    assert "http://localhost/@anna/high-water" in said["html"]


def test_a_note_has_no_title(ask, note):
    said = ask(f"http://localhost{note.path}").json

    assert "title" not in said
    assert "A raisin in the bell." in said["html"]


@pytest.mark.parametrize("asked", [{"maxwidth": 300}, {"maxwidth": "300"}])
def test_it_is_as_narrow_as_one_asks(ask, essay, asked):
    assert ask(**asked).json["width"] == 300


@pytest.mark.parametrize("asked", [{"maxwidth": 100}, {"maxheight": 50}])
def test_where_there_is_no_room_it_is_a_link(ask, essay, asked):
    said = ask(**asked).json

    assert said["type"] == "link"
    assert not {"html", "width", "height"} & said.keys()


@pytest.mark.parametrize("asked", ["", "-1", "wide", "1e9", "9" * 5000, "٣"])
def test_what_is_no_number_of_pixels_is_not_asked(ask, essay, asked):
    assert ask(maxwidth=asked).json["width"] == 550


@pytest.mark.parametrize("form", ["yaml", "", "JSON\x00"])
def test_other_forms_are_not_spoken(ask, essay, form):
    assert ask(format=form).status_code == 501


def test_a_cover_is_its_thumbnail(ask, essay, heron):
    essay.wear(heron)
    db.session.commit()

    said = ask(maxwidth=600).json

    assert said["thumbnail_url"].startswith(f"http://localhost/media/{heron.name}/")
    assert 0 < said["thumbnail_width"] <= 600
    assert said["thumbnail_height"] > 0


def test_any_cache_may_keep_it(ask, client, essay):
    answer = ask()
    same = {"If-None-Match": answer.headers["ETag"]}
    again = client.get(f"/oembed?url={quote(THERE)}", headers=same)

    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert not {"Set-Cookie", "Vary"} & set(answer.headers.keys())
    assert again.status_code == 304


def test_it_costs_two_questions(ask, essay):
    ask()

    with queries(at_most=2):
        ask()


def test_a_site_for_its_members_still_says_what_is_open(ask, essay):
    choose(is_indexable=False)

    assert ask().headers["X-Robots-Tag"].startswith("noindex")


def test_a_site_that_nobody_has_set_up_has_none(ask, empty_site):
    assert ask().status_code == 404
