"""Exercise 12: a text that appears by itself when its time comes."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models.columns import now

HOUR = timedelta(hours=1)


@pytest.fixture
def waiting(draft):
    """A draft that will appear in an hour."""
    draft.publish(at=now() + HOUR)
    db.session.commit()
    return draft


def test_nobody_reads_it_before_its_time(browser, waiting):
    assert browser.visit(waiting.path).status == 404
    assert browser.visit("/").text(".empty h2") == "No posts yet"


def test_until_then_its_author_finds_it_among_the_drafts(browser, ann, waiting):
    page = browser.sign_in(ann).visit("/drafts/")

    assert page.texts(".entry-title") == ["The drawer"]


def test_it_appears_by_itself(browser, waiting):
    waiting.published_at = now() - HOUR
    db.session.commit()

    assert browser.visit("/").texts(".entry-title") == ["The drawer"]


def test_nobody_saw_another_text_of_what_waits(waiting):
    waiting.revise(title=waiting.title, body="Soon.")

    assert waiting.edited_at is None


def test_what_waits_can_be_published_at_once_and_keeps_its_address(browser, waiting):
    waiting.publish()
    db.session.commit()

    assert waiting.path == "/@ann/the-drawer"
    assert browser.visit("/@ann/the-drawer").status == 200
