"""Moderators call a tag otherwise, and old names lead on."""

import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import FormerTag, ModerationAct, Post, Tag, Tagging
from tests.fixtures.writing import publish
from tests.support.database import changes

FORM, TAGS = "form#tag", ".tags a"


@pytest.fixture
def ink(ann):
    """A post of Ann's under #ink."""
    return publish(ann, "On ink", "Blots. #ink")


def rename(browser, name, label):
    return browser.visit(f"/tags/{name}/name").submit(FORM, label=label)


def test_a_free_name_renames_it(browser, dan, ink):
    page = browser.sign_in(dan).visit("/tags/ink")
    page = browser.visit(page.select('a[href="/tags/ink/name"]')[0]["href"])

    with changes(Tagging, by=0):
        page = page.submit(FORM, label="Inks of old")

    assert page.path == "/tags/inks-of-old"
    assert page.text("h1") == "Inks-of-old"
    assert page.texts(".feed h2") == ["On ink"]


def test_the_old_name_leads_to_the_new_one_for_ever(browser, dan, ink):
    browser.sign_in(dan)
    rename(browser, "ink", "paper")
    rename(browser, "paper", "glue")

    for old in ("ink", "paper"):
        answer = browser.client.get(f"/tags/{old}?after=1-2")
        assert (answer.status_code, answer.location) == (301, "/tags/glue?after=1-2")


def test_a_new_name_can_be_taken_back(browser, dan, ink):
    page = rename(browser.sign_in(dan), "ink", "Paper")

    page = page.submit(".notice form")

    assert page.path == "/tags/ink"
    assert browser.client.get("/tags/paper").location == "/tags/ink"
    assert db.session.scalars(select(FormerTag.name)).all() == ["paper"]


def test_another_case_is_another_label(browser, dan, ink):
    page = rename(browser.sign_in(dan), "ink", "InK")

    assert (page.path, page.text("h1")) == ("/tags/ink", "InK")
    assert db.session.scalar(select(FormerTag.name)) is None


def test_nobodys_text_changes_and_a_later_edit_finds_the_new_tag(
    browser, ann, dan, ink
):
    rename(browser.sign_in(dan), "ink", "paper")

    ink.revise(title="On ink", summary="", body="Blots, again. #ink #Paper")
    db.session.commit()

    assert browser.visit("/@ann/on-ink").texts(TAGS) == ["ink", "paper"]
    assert browser.visit("/tags/paper").texts(".feed h2") == ["On ink"]
    assert db.session.scalars(select(Tag.name)).all() == ["paper"]


def test_a_new_post_with_the_old_name_stands_under_the_new_one(browser, bob, dan, ink):
    rename(browser.sign_in(dan), "ink", "paper")

    publish(bob, "Another", "More blots. #Ink")

    assert browser.visit("/tags/paper").texts(".feed h2") == ["Another", "On ink"]


def test_it_is_written_into_the_log(browser, dan, ann, ink):
    with changes(ModerationAct, by=1):
        rename(browser.sign_in(dan), "ink", "paper")

    log = browser.sign_in(ann).visit("/moderation/log/").text(".deeds")
    assert "renamed a tag" in log
    assert "#ink → #paper" in log


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("", "Enter a name."),
        ("..", "Use letters and digits, at most 60 of them."),
        ("/", "Use letters and digits, at most 60 of them."),
        ("🎉", "Use letters and digits, at most 60 of them."),
        ("\u202e", "Enter a name."),
        ("x" * 61, "Use letters and digits, at most 60 of them."),
        ("x" * 5_000, "This may be 61 characters long at most. Shorten it a little."),
    ],
)
def test_what_is_no_name_is_refused(browser, dan, ink, label, said):
    page = rename(browser.sign_in(dan), "ink", label)

    assert page.status == 422
    assert page.text(".field-error") == said
    assert db.session.scalars(select(Tag.name)).all() == ["ink"]


@pytest.mark.parametrize("path", ["/tags/ink/name", "/tags/ink/merge/paper"])
@pytest.mark.parametrize("reader", ["bob", "cleo"])
def test_others_find_no_such_page(browser, bob, ink, request, reader, path):
    publish(bob, "On paper", "#paper")
    page = browser.sign_in(request.getfixturevalue(reader)).visit("/tags/ink")

    assert not page.shows("Rename or merge")
    assert browser.visit(path).status == 404


@pytest.mark.parametrize("name", ["nothing", "..", "%00", "x" * 200, "%2F", "🎉"])
def test_of_what_is_no_tag_there_is_none(browser, dan, ink, name):
    assert browser.sign_in(dan).visit(f"/tags/{name}/name").status == 404


def test_a_name_that_leads_here_is_not_swept_away(browser, dan, ink):
    rename(browser.sign_in(dan), "ink", "paper")
    db.session.execute(db.delete(Post))
    db.session.execute(Tag.removal())
    db.session.commit()

    assert browser.client.get("/tags/ink").location == "/tags/paper"


def test_a_form_for_the_old_name_is_sent_on(browser, dan, ink):
    page = browser.sign_in(dan).visit("/tags/ink")
    rename(browser, "ink", "paper")
    form = page.fields("form.follow")

    answer = browser.client.post("/tags/ink/follow", data=form)

    assert (answer.status_code, answer.location) == (308, "/tags/paper/follow")
