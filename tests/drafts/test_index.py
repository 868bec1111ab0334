from app.extensions import db
from tests.support.crowd import turn_pages
from tests.support.database import queries


def scribble(author, title, body="A text."):
    """A draft of ``author``."""
    post = author.write(title=title, summary="", body=body)
    db.session.commit()
    return post


def test_a_draft_leads_to_its_editor(browser, ann, draft):
    page = browser.sign_in(ann).visit("/drafts/")

    assert page.text(".feed h2") == "Draft"
    assert page.select(".feed h2 a")[0]["href"] == f"/posts/{draft.id}/edit"


def test_drafts_are_seen_only_by_their_author(browser, bob, draft):
    assert browser.sign_in(bob).visit("/drafts/").shows("No drafts")


def test_what_was_published_is_no_draft(browser, ann, essay):
    assert browser.sign_in(ann).visit("/drafts/").shows("No drafts")


def test_what_was_thrown_away_is_no_draft(browser, ann, draft):
    draft.throw_away()
    db.session.commit()

    assert browser.sign_in(ann).visit("/drafts/").shows("No drafts")


def test_the_draft_saved_last_stands_first(browser, ann):
    first = scribble(ann, "First")
    scribble(ann, "Second")
    first.revise(title="First", summary="", body="Another text.")
    db.session.commit()

    assert browser.sign_in(ann).visit("/drafts/").texts(".feed h2") == [
        "First",
        "Second",
    ]


def test_an_empty_desk_offers_a_sheet(browser, ann):
    page = browser.sign_in(ann).visit("/drafts/")

    assert page.text(".empty h2") == "No drafts"
    assert page.select(".empty a")[0]["href"] == "/posts/new"


def test_every_draft_is_listed_once(browser, ann):
    titles = [f"Draft {number}" for number in range(45)]
    moment = scribble(ann, titles[0]).updated_at
    for title in titles[1:]:
        scribble(ann, title).updated_at = moment
    db.session.commit()

    found = turn_pages(browser.sign_in(ann).visit("/drafts/"), ".feed h2")

    assert sorted(found) == sorted(titles)


def test_the_list_takes_few_statements(browser, ann, draft):
    browser.sign_in(ann).visit("/drafts/")

    with queries(at_most=3):
        browser.visit("/drafts/")
