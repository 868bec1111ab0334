from datetime import timedelta

import pytest

from app.extensions import db
from app.models import LoginSession
from app.models.columns import now
from tests.support.database import queries, statements

PUBLIC = ["/", "/explore/", "/people", "/@ann", "/@ann/the-tide-tables", "/sign-in"]
MEMBERS = [
    *PUBLIC,
    "/posts/new",
    "/drafts/",
    "/bin/",
    "/settings/profile/",
    "/settings/account/",
    "/settings/appearance/",
    "/settings/language/",
    "/settings/notifications/",
    "/settings/data/",
]


# What somebody has seen is noted once the answer is made, and not at every look.
MARKS = ("UPDATE account SET home_seen_at", "INSERT INTO visit")


def changing(seen):
    """The statements that change something, but for marks of what was seen."""
    lines = [line.lstrip() for line in seen]
    return [line for line in lines if not line.startswith(("SELECT", *MARKS))]


def seen_ago(**ago):
    """As if the reader's last visit was so long ago."""
    db.session.query(LoginSession).update({"seen_at": now() - timedelta(**ago)})
    db.session.commit()


@pytest.mark.parametrize("path", PUBLIC)
def test_a_visitor_s_reading_writes_nothing(client, essay, path):
    with statements() as seen:
        client.get(path)

    assert not changing(seen)


@pytest.mark.parametrize("path", MEMBERS)
def test_a_member_s_reading_writes_nothing(browser, ann, essay, path):
    browser.sign_in(ann)

    with statements() as seen:
        browser.client.get(path)

    assert not changing(seen)


@pytest.mark.parametrize("path", ["/", "/@ann/the-tide-tables"])
def test_a_second_look_notes_nothing(browser, ann, essay, path):
    browser.sign_in(ann).visit(path)

    with statements() as seen:
        browser.client.get(path)

    assert all(line.lstrip().startswith("SELECT") for line in seen)


def test_after_an_hour_one_visit_is_noted(browser, ann):
    browser.sign_in(ann)
    seen_ago(minutes=61)

    with statements() as seen:
        browser.visit("/")

    assert len(changing(seen)) == 1
    assert changing(seen)[0].startswith("UPDATE login_session")


def test_the_next_visit_is_not(browser, ann):
    browser.sign_in(ann)
    seen_ago(minutes=61)
    browser.visit("/")

    with statements() as seen:
        browser.visit("/")

    assert not changing(seen)


def test_before_the_hour_is_over_nothing_is_noted(browser, ann):
    browser.sign_in(ann)
    seen_ago(minutes=59)

    with statements() as seen:
        browser.visit("/")

    assert not changing(seen)


def test_the_noted_visit_moves_the_end_of_the_session_along(browser, ann):
    browser.sign_in(ann)
    seen_ago(hours=11)
    browser.visit("/")
    db.session.expire_all()

    session = db.session.query(LoginSession).one()
    assert session.expires_at > now() + timedelta(hours=11, minutes=59)


def test_a_noted_visit_gives_the_cookie_its_age_again(browser, ann):
    browser.sign_in(ann)
    db.session.query(LoginSession).update({"is_kept": True})
    seen_ago(minutes=61)

    browser.visit("/")

    assert browser.client.get_cookie("login").max_age == 30 * 24 * 3600


@pytest.mark.parametrize(
    "path", ["/no-such-page", "/static/site.css", "/avatars/ann.svg", "/healthz"]
)
def test_files_and_wrong_addresses_cost_a_visitor_no_statement(client, path):
    client.get("/")

    with queries(at_most=0):
        client.get(path)


@pytest.mark.parametrize("path", ["/static/site.css", "/avatars/ann.svg", "/healthz"])
def test_files_cost_a_member_no_statement_either(browser, ann, path):
    browser.sign_in(ann).visit("/")

    with queries(at_most=0):
        browser.client.get(path)


def test_a_wrong_address_costs_a_member_one_statement(browser, ann):
    browser.sign_in(ann).visit("/")

    with queries(at_most=1):
        browser.client.get("/no-such-page")


def test_a_crash_is_no_visit(browser, ann, app, monkeypatch):
    browser.sign_in(ann)
    seen_ago(minutes=61)
    monkeypatch.setitem(app.view_functions, "explore.index", lambda: 1 / 0)

    with statements() as seen:
        browser.visit("/explore/")

    assert not changing(seen)
