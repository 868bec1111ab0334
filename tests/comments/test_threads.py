"""What readers find below a post: in which order, how much, and what not."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from app.extensions import db
from app.models import Comment, Visit
from app.models.columns import now
from tests.support.crowd import turn_pages
from tests.support.database import changes, queries
from tests.support.threads import chain

ESSAY = "/@ann/the-tide-tables"


def say(person, post, words, answering=None):
    comment = person.comment_on(post, words, answering)
    db.session.commit()
    return comment


@pytest.fixture
def three(essay, bob, cleo):
    """Three answers to the essay; the second is liked."""
    said = [say(bob, essay, word) for word in ("One", "Two", "Three")]
    cleo.like_comment(said[1])
    db.session.commit()
    return said


@pytest.mark.parametrize(
    ("sort", "words"),
    [
        ("", ["One", "Two", "Three"]),
        ("?sort=newest", ["Three", "Two", "One"]),
        ("?sort=liked", ["Two", "Three", "One"]),
        ("?sort=nonsense", ["One", "Two", "Three"]),
    ],
)
def test_threads_stand_in_the_order_that_is_asked_for(browser, three, sort, words):
    assert browser.visit(ESSAY + sort).texts(".comment .prose") == words


@pytest.mark.parametrize("sort", ["oldest", "newest", "liked"])
def test_every_thread_is_on_one_page(browser, essay, bob, sort):
    words = [f"Comment {number}" for number in range(45)]
    for word in words:
        say(bob, essay, word)

    found = turn_pages(browser.visit(f"{ESSAY}?sort={sort}"), ".comment .prose")

    assert sorted(found) == sorted(words)


@pytest.mark.parametrize(("reader", "most"), [(None, 3), ("zoe", 7)])
def test_a_thread_takes_few_statements(browser, three, essay, request, reader, most):
    for root in three:
        say(root.author, essay, "An answer.", root)
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit(ESSAY)

    with queries(at_most=most):
        browser.visit(ESSAY)


def test_a_thread_a_thousand_deep_is_read_page_by_page(browser, essay, bob):
    chain(bob, essay, 1000)

    page = browser.visit(ESSAY)
    assert page.texts(".comment .prose")[-1] == "No. 8"
    page = browser.visit(page.select(".comment-more a")[0]["href"])

    found = turn_pages(page, "ol.comments .comment > .prose")
    assert found == [f"No. {number}" for number in range(1000)]


def test_the_last_of_a_thousand_has_a_page_and_what_it_answers(browser, essay, bob):
    last = chain(bob, essay, 100)

    page = browser.visit(f"{ESSAY}/comments/{last.id}")

    assert page.texts(".conversation > .comments .prose") == ["No. 99"]
    assert len(page.texts(".comment-context .prose")) == 3


def test_who_is_apart_is_not_read_but_answers_stay(browser, essay, ann, bob, eve):
    root = say(eve, essay, "Poison.")
    say(ann, essay, "Calm.", root)
    bob.block(eve)
    db.session.commit()

    page = browser.sign_in(bob).visit(ESSAY)

    assert page.texts(".comment .prose") == ["Calm."]
    assert "Eve" not in page.text("#comments")


def test_below_their_own_post_a_writer_hides_whom_they_blocked(
    browser, essay, ann, eve
):
    say(eve, essay, "Poison.")
    ann.block(eve)
    db.session.commit()
    page = browser.sign_in(ann).visit(ESSAY)
    assert page.text("details.tombstone .prose") == "Poison."

    hiding = browser.visit(page.select(".comment a[href$='/hide']")[0]["href"])
    hiding.submit("form[action$='/hide']")

    browser.forget_cookies()
    assert "Poison" not in browser.visit(ESSAY).text("#comments")


def test_who_is_apart_is_not_named_deep_in_a_thread(browser, essay, bob, cleo, eve):
    last = None
    for person in (cleo, cleo, cleo, eve, cleo):
        last = say(person, essay, "So?", last)
    bob.block(eve)
    db.session.commit()

    page = browser.sign_in(bob).visit(ESSAY)

    assert page.text(".comment-to") == "To a comment above"


def test_who_is_muted_is_folded(browser, essay, bob, eve):
    say(eve, essay, "Loud.")
    bob.mute(eve)
    db.session.commit()

    page = browser.sign_in(bob).visit(ESSAY)

    assert page.text("details.tombstone .prose") == "Loud."


def test_a_muted_word_folds_too(browser, essay, bob, eve):
    say(eve, essay, "Football tonight.")
    bob.mute_word("football")
    db.session.commit()

    assert browser.sign_in(bob).visit(ESSAY).select("details.tombstone .prose")


def test_who_is_away_is_not_read_and_comes_back(browser, essay, ann, bob):
    root = say(bob, essay, "Here.")
    say(ann, essay, "Calm.", root)
    bob.leave()
    db.session.commit()
    assert browser.visit(ESSAY).texts(".comment .prose") == ["Calm."]

    bob.come_back()
    db.session.commit()

    assert browser.visit(ESSAY).texts(".comment .prose") == ["Here.", "Calm."]


def test_what_was_said_since_is_new(browser, essay, ann, bob):
    say(bob, essay, "Old.")
    browser.sign_in(ann).visit(ESSAY)
    db.session.execute(update(Visit).values(seen_at=now() - timedelta(hours=1)))
    db.session.execute(update(Comment).values(created_at=now() - timedelta(hours=2)))
    say(bob, essay, "Fresh.")

    page = browser.visit(ESSAY)

    assert page.text(".conversation .notice") == "1 new since you were last here"
    assert page.texts(".comment .badge") == ["New"]
    assert not browser.visit(ESSAY).select(".comment .badge")


def test_a_visit_is_noted_once(browser, essay, bob):
    with changes(Visit, by=1):
        for _ in range(2):
            browser.sign_in(bob).visit(ESSAY)


@pytest.mark.parametrize("after", ["nonsense", "zz-1", "../.."])
def test_a_damaged_link_says_so(browser, three, after):
    assert browser.visit(f"{ESSAY}/comments?after={after}").status == 400
    page = browser.visit(f"{ESSAY}/comments/{three[0].id}?after={after}")
    assert page.status == 400


def test_wrong_counts_are_set_right(app, browser, three, essay):
    essay.comment_count, three[1].like_count = 9, 9
    db.session.commit()

    app.test_cli_runner().invoke(args=["recount", "comments", "likes"])

    page = browser.visit(ESSAY)
    assert page.text("#comments-h") == "3 comments"
    assert page.texts(".comment .action--like")[1] == "Like this comment 1"


def test_what_an_older_renderer_made_is_made_again(app, browser, three):
    three[0].body_html, three[0].renderer = "<p>Old</p>", 1
    db.session.commit()

    app.test_cli_runner().invoke(args=["comments", "rerender"])

    assert browser.visit(ESSAY).texts(".comment .prose")[0] == "One"


def test_a_comment_of_another_post_is_not_here(browser, three, note):
    path = f"{note.path}/comments/{three[0].id}"

    assert browser.visit(path).status == 404
