"""The page of a search, as its readers see it."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import PostEntry
from tests.fixtures.writing import publish
from tests.support.crowd import strangers, turn_pages
from tests.support.database import queries


def titles(page):
    return page.texts(".feed h2")


def test_what_is_found_is_marked_in_title_and_text(browser, ann):
    publish(ann, "The *grey* heron", f"{'Mist. ' * 90} A Héron <b>waits</b> there.")

    page = browser.visit("/search?q=heron")

    assert page.texts(".entry-title mark") == ["heron"]
    assert page.texts(".entry-excerpt mark") == ["Héron"]
    assert page.text(".entry-excerpt").startswith("… Mist.")


def test_a_text_is_shown_as_text(browser, ann):
    publish(ann, "On <script>", "Say `<script>alert(1)</script>` & go.")

    page = browser.visit("/search?q=alert")

    assert page.text(".entry-excerpt") == "Say <script>alert(1)</script> & go."


def test_people_and_tags_have_tabs_of_their_own(browser, ann, bob):
    publish(bob, body="By the #harbour.")

    people = browser.visit("/search?q=bob&kind=people")
    tags = browser.visit("/search?q=harb&kind=tags")

    assert people.texts(".people .name") == ["Bob Lindqvist"]
    assert tags.texts("a.tag") == ["harbour"]


def test_without_a_question_it_says_what_can_be_asked(browser, app):
    page = browser.visit("/search")

    assert "from:ann" in page.texts("dt")
    assert page.select("input[name=q]")[0]["value"] == ""


def test_nothing_found_says_what_to_try(browser, essay):
    page = browser.visit("/search?q=nowhere")

    assert page.text(".empty h2") == "Nothing found"
    assert page.select("input[name=q]")[0]["value"] == "nowhere"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("-tide", "You’ve said what to leave out. Say what to look for, too."),
        ("🐟 *", "Letters or digits can be searched, signs can’t. Try a word."),
        ("in:saved", "Sign in to search what’s yours."),
        ("tide " * 2_000, "That’s a long one. Its first 300 characters count."),
    ],
)
def test_what_cannot_be_searched_gets_a_hint(browser, essay, typed, hint):
    answer = browser.client.get("/search", query_string={"q": typed})

    assert answer.status_code == 200
    assert hint in answer.text


def test_every_post_is_shown_once_on_pages(browser, ann):
    for number in range(45):
        publish(ann, f"Wave {number}", ago=timedelta(minutes=number))

    found = turn_pages(browser.visit("/search?q=wave"), ".feed h2")

    assert found == [f"Wave {number}" for number in range(45)]


def test_a_damaged_link_to_more_is_a_400(browser, essay):
    assert browser.client.get("/search?q=tide&after=x").status_code == 400


def test_it_can_be_ordered_by_time(browser, ann):
    publish(ann, "Rain", ago=timedelta(days=2))
    publish(ann, "Sun", "Rain later.")

    assert titles(browser.visit("/search?q=rain")) == ["Rain", "Sun"]
    assert titles(browser.visit("/search?q=rain&order=newest")) == ["Sun", "Rain"]


def test_a_draft_leads_to_its_sheet(browser, ann, draft):
    page = browser.sign_in(ann).visit("/search?q=in:drafts yet")

    assert page.select(".entry-title a")[0]["href"] == f"/posts/{draft.id}/edit"


def test_machines_do_not_index_it(browser, essay):
    page = browser.visit("/search?q=tide")

    assert page.select("meta[name=robots]")[0]["content"] == "noindex"


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 6)])
@pytest.mark.parametrize("typed", ["text", "text from:stranger1", "from:nobody"])
def test_twenty_posts_take_few_statements(browser, reader, most, typed, request):
    for person in strangers(21):
        publish(person, f"By {person.name}")
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit("/search?q=text")

    with queries(at_most=most):
        browser.visit(f"/search?q={typed}")


def test_who_searches_without_end_is_stopped(browser, app):
    statuses = {browser.client.get("/search").status_code for _ in range(121)}

    assert statuses == {200, 429}


def test_a_rebuild_finds_what_the_index_has_lost(app, browser, essay):
    db.session.execute(db.delete(PostEntry))
    db.session.commit()

    result = app.test_cli_runner().invoke(args=["search", "rebuild"])

    assert "Everything can be found." in result.output
    assert titles(browser.visit("/search?q=tide")) == ["The tide tables"]


def test_what_was_written_before_is_indexed_by_itself(app, browser, essay):
    db.session.execute(db.delete(PostEntry))
    db.session.commit()

    app.test_cli_runner().invoke(args=["prune"])

    assert titles(browser.visit("/search?q=tide")) == ["The tide tables"]
