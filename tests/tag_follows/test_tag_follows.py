"""Following a tag, from its page and from the settings."""

import pytest
from sqlalchemy import delete

from app.extensions import db
from app.models import Tag, TagFollow, Tagging
from app.models.tag_follow import MOST_TAGS
from tests.fixtures.writing import publish
from tests.support.database import changes, queries

BUTTON = "form.follow button"


@pytest.fixture
def ink(ann):
    """The page of a tag that Ann used."""
    publish(ann, "On ink", "Blots. #ink")
    return "/tags/ink"


@pytest.fixture
def kept(ann):
    """A tag that stands in a private text of Ann's alone."""
    publish(ann, "Secret", "Nothing. #quince", to="private")
    return "/tags/quince"


def send(browser, path):
    token = browser.visit("/settings/profile/").value("csrf_token")
    return browser.send(path, {"csrf_token": token})


def test_the_button_turns_into_following(browser, bob, ink):
    page = browser.sign_in(bob).visit(ink)

    with changes(TagFollow, by=1):
        page = page.submit("form.follow")

    assert (page.path, page.text(BUTTON)) == (ink, "Following #ink")


def test_and_back(browser, bob, ink):
    page = browser.sign_in(bob).visit(ink).submit("form.follow")

    with changes(TagFollow, by=-1):
        page = page.submit("form.follow")

    assert page.text(BUTTON) == "Follow #ink"


def test_two_tabs_follow_once(browser, bob, ink):
    tabs = [browser.sign_in(bob).visit(ink) for _ in range(2)]

    with changes(TagFollow, by=1):
        assert {tab.submit("form.follow").status for tab in tabs} == {200}


def test_another_spelling_is_the_same_tag(browser, bob, ink):
    with changes(TagFollow, by=1):
        page = send(browser.sign_in(bob), "/tags/INK/follow")

    assert page.path == ink


@pytest.mark.parametrize("name", ["never", "quince", "!!!"])
@pytest.mark.parametrize("verb", ["follow", "follow/delete"])
def test_where_the_reader_finds_nothing_there_is_no_tag(browser, bob, kept, name, verb):
    assert send(browser.sign_in(bob), f"/tags/{name}/{verb}").status == 404


def test_the_settings_list_them_with_a_button(browser, bob, ink):
    browser.sign_in(bob).visit(ink).submit("form.follow")

    page = browser.visit("/settings/tags/")

    assert page.texts(".panel .tag") == ["ink"]
    assert page.submit(".panel form").text(".empty h2") == "No tags yet"


def test_a_tag_that_is_used_no_more_can_be_let_go(browser, bob, ink):
    browser.sign_in(bob).visit(ink).submit("form.follow")
    db.session.execute(delete(Tagging))
    db.session.commit()

    with changes(TagFollow, by=-1):
        browser.visit("/settings/tags/").submit(".panel form")


def test_there_is_no_room_for_ever_more(browser, bob, ink):
    tags = [Tag(name=f"t{n}", label=f"t{n}") for n in range(MOST_TAGS)]
    db.session.add_all(tags)
    db.session.flush()
    rows = [TagFollow(user_id=bob.id, tag_id=tag.id) for tag in tags]
    db.session.add_all(rows)
    db.session.commit()

    with changes(TagFollow, by=0):
        page = browser.sign_in(bob).visit(ink).submit("form.follow")

    assert page.shows("You follow 100 tags already.")


def test_a_visitor_signs_in_first(browser, ink):
    page = browser.visit(ink)

    assert page.select("h1 + a")[0]["href"] == f"/sign-in?next={ink}"


def test_the_list_takes_few_statements(browser, bob, ink):
    browser.sign_in(bob).visit(ink).submit("form.follow")

    with queries(at_most=5):
        browser.visit("/settings/tags/")
