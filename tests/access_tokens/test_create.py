"""Making a token in the settings."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import AccessToken, AuditEntry, LoginSession
from app.models.access_token import MOST_PERSONAL, PERSONAL
from app.models.columns import now
from tests.fixtures.cast import PASSWORD
from tests.support.database import changes
from tests.support.mailbox import last_letter

CHOSEN = {"name": "Backup script", "scopes": ["posts:read", "media:write"]}


@pytest.fixture
def page(browser, bob):
    return browser.sign_in(bob).visit("/settings/tokens/new")


def made():
    return db.session.query(AccessToken).one()


def test_it_is_shown_once_and_good_for_what_was_chosen(page, program):
    token = page.submit(**CHOSEN).select("#secret")[0]["value"]

    assert token.startswith("ink_")
    assert made().scopes == ["media:write", "posts:read"]
    assert program.showing(token).get("/articles").status_code == 200


def test_the_answer_is_kept_by_no_cache_and_leads_nowhere(page):
    answer = page.submit(**CHOSEN).answer

    assert answer.status_code == 201
    assert answer.headers["Cache-Control"] == "no-store"
    assert not any("ink_" in text for text in answer.headers.values())


def test_the_list_shows_it_no_more(page, browser):
    token = page.submit(**CHOSEN).select("#secret")[0]["value"]
    listed = browser.visit("/settings/tokens/")

    assert token not in listed.words
    assert listed.text(".setting strong") == "Backup script"


def test_the_database_has_its_digest_alone(page):
    token = page.submit(**CHOSEN).select("#secret")[0]["value"]

    assert token not in str(vars(made()))


@pytest.mark.parametrize("days", [7, 30, 90, 365])
def test_it_ends_when_it_was_said_to(page, days):
    page.submit(**CHOSEN, days=str(days))

    assert abs(made().expires_at - now() - timedelta(days=days)) < timedelta(minutes=1)


def test_it_has_no_end_where_none_was_wanted(page):
    page.submit(**CHOSEN, days="0")

    assert made().expires_at is None


def test_it_is_written_down_and_its_owner_told(page):
    with changes(AuditEntry, by=1):
        page.submit(**CHOSEN)

    assert "A token for programs was made." in last_letter().text


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"name": "x" * 81}, {"scopes": "all"}, {"days": "3"}]
)
def test_what_is_missing_or_made_up_is_refused(page, wrong):
    with changes(AccessToken, by=0):
        assert page.submit(**{**CHOSEN, **wrong}).status == 422


def test_it_is_good_for_something(page):
    refused = page.submit(name="Nothing")

    assert refused.status == 422
    assert refused.shows("Choose at least one thing.")
    assert refused.value("name") == "Nothing"


def test_there_is_an_end_to_how_many(page, bob):
    for _ in range(MOST_PERSONAL):
        AccessToken.issue(bob, PERSONAL, "One more", ["posts:read"])
    db.session.commit()

    with changes(AccessToken, by=0):
        assert page.submit(**CHOSEN).shows("You have 50 tokens. Take one back first.")


def test_all_that_was_ticked_waits_while_one_does(browser, page):
    db.session.query(LoginSession).update({"proved_at": None})
    db.session.commit()

    asked = page.submit(**CHOSEN)
    asked.submit("main form", password=PASSWORD).submit("main form")

    assert made().scopes == ["media:write", "posts:read"]


def test_one_proves_first_who_one_is(browser, page):
    db.session.query(LoginSession).update({"proved_at": None})
    db.session.commit()

    assert browser.visit("/settings/tokens/new").path.startswith("/confirm-it-is-you")
