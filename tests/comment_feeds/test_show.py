import pytest

from app.extensions import db
from app.models import Limitation
from tests.support.database import queries
from tests.support.feeds import SHAPES, fetch

PATH = "/@ann/the-tide-tables/comments"


@pytest.fixture
def said(bob, essay):
    """What Bob said below Ann's essay."""
    comment = bob.comment_on(essay, "Well *said*. [Look](/here)")
    db.session.commit()
    return comment


@pytest.mark.parametrize("shape", SHAPES)
def test_it_has_what_is_said_below_a_post(client, said, shape):
    [entry] = fetch(client, f"{PATH}.{shape}")

    assert entry["by"] == "Bob Lindqvist"
    assert entry["link"] == f"http://localhost{said.anchor}"
    assert '<a href="http://localhost/here"' in entry["words"]


def taken_back(said):
    said.take_back()


def hidden(said):
    said.hide(said.post.author)


def writer_away(said):
    said.author.leave()


def writer_suspended(said):
    said.author.suspend(None)


def writer_limited(said):
    db.session.add(Limitation(user_id=said.author_id))


def writer_blocked(said):
    said.post.author.block(said.author)


def writer_gone(said):
    db.session.delete(said.author)


@pytest.mark.parametrize(
    "happens",
    [
        taken_back,
        hidden,
        writer_away,
        writer_suspended,
        writer_limited,
        writer_blocked,
        writer_gone,
    ],
)
def test_what_is_not_for_everybody_is_not_in_it(client, said, happens):
    etag = client.get(f"{PATH}.atom").headers["ETag"]

    happens(said)
    db.session.commit()

    answer = client.get(f"{PATH}.atom", headers={"If-None-Match": etag})
    assert answer.status_code == 200
    assert "Well" not in answer.text


@pytest.mark.parametrize("audience", ["unlisted", "followers", "private"])
def test_a_post_that_not_everybody_finds_has_none(client, said, essay, audience):
    essay.show_to(audience)
    db.session.commit()

    assert client.get(f"{PATH}.atom").status_code == 404


def test_a_binned_post_has_none(client, said, essay):
    essay.throw_away()
    db.session.commit()

    assert client.get(f"{PATH}.atom").status_code == 404


def test_another_address_of_the_post_leads_on(client, said, essay):
    essay.move_to("tides")
    db.session.commit()

    assert client.get(f"{PATH}.rss").location == "/@ann/tides/comments.rss"


def test_a_comment_that_was_changed_is_another_feed(client, said):
    etag = client.get(f"{PATH}.atom").headers["ETag"]

    said.change("Well put.")
    db.session.commit()

    answer = client.get(f"{PATH}.atom", headers={"If-None-Match": etag})
    assert "Well put." in answer.text


def test_twenty_people_take_two_statements(client, ann, bob, cleo, essay):
    for number in range(21):
        (ann, bob, cleo)[number % 3].comment_on(essay, f"No. {number}")
    db.session.commit()
    client.get(f"{PATH}.atom")

    with queries(at_most=2):
        entries = fetch(client, f"{PATH}.atom")

    assert len(entries) == 20


def test_programs_and_people_find_it_below_the_post(browser, said):
    page = browser.visit("/@ann/the-tide-tables")

    found = page.select("link[rel=alternate]")[0]["href"]
    assert found == f"http://localhost{PATH}.atom"
    assert page.select(f"#comments a[href='{PATH}.atom']")
