"""Every kind of reader at every door of the administration."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import LoginSession
from app.models.columns import now
from app.models.permissions import MODERATE
from tests.fixtures.cast import join
from tests.support.browser import HEADERS

PARTS = {"handle": "bob", "key": 1}
OLD = timedelta(minutes=11)


def doors(app, method):
    """The address of every view of the administration, and what it demands."""
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/admin") and method in rule.methods:
            parts = {name: PARTS.get(name, "1") for name in rule.arguments}
            needed = app.view_functions[rule.endpoint].permission
            yield rule.build(parts)[1], needed


@pytest.fixture
def found(app, browser, bob):
    """What the doors that demand this answer: statuses, and where they lead."""

    def ask(method, *, moderates):
        token = browser.visit("/settings/").value("csrf_token")
        wanted = [p for p, n in doors(app, method) if (n is MODERATE) is moderates]
        answers = [
            browser.client.open(
                path, method=method, data={"csrf_token": token}, headers=HEADERS
            )
            for path in wanted
        ]
        return {(answer.status_code, _page(answer)) for answer in answers}

    return ask


def _page(answer):
    return (answer.location or "").partition("?")[0]


@pytest.mark.parametrize("moderates", [True, False])
def test_a_visitor_is_asked_to_sign_in(found, moderates):
    assert found("GET", moderates=moderates) == {(303, "/sign-in")}
    assert found("POST", moderates=moderates) == {(401, "")}


@pytest.mark.parametrize("moderates", [True, False])
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("role", ["member", "author"])
def test_for_members_there_is_no_such_page(browser, found, method, role, moderates):
    browser.sign_in(join("una", "Una", role=role))

    assert found(method, moderates=moderates) == {(404, "")}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nor_for_moderators(browser, found, dan, method):
    browser.sign_in(dan)

    assert found(method, moderates=False) == {(404, "")}


def test_but_moderators_see_the_requests(browser, found, dan):
    browser.sign_in(dan)

    assert found("GET", moderates=True) == {(200, ""), (303, "/admin/requests/")}


@pytest.mark.parametrize("moderates", [True, False])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_admin_goes_everywhere(browser, found, ann, method, moderates):
    browser.sign_in(ann)

    assert {status for status, _ in found(method, moderates=moderates)} <= {
        200,
        303,
        404,
        409,
        422,
    }


@pytest.mark.parametrize("moderates", [True, False])
def test_an_admin_confirms_who_they_are_first(browser, found, ann, moderates):
    browser.sign_in(ann)
    db.session.query(LoginSession).update({"proved_at": now() - OLD})
    db.session.commit()

    assert found("GET", moderates=moderates) == {(303, "/confirm-it-is-you/")}
    assert found("POST", moderates=moderates) == {(403, "")}


def test_the_menu_leads_there(browser, ann):
    page = browser.sign_in(ann).visit("/")

    assert page.browser.visit(page.select("#me a[href='/admin/']")[0]["href"]).path == (
        "/admin/people/"
    )


def test_a_moderators_menu_leads_to_the_requests(browser, dan):
    page = browser.sign_in(dan).visit("/admin/")

    assert page.path == "/admin/requests/"
    assert page.texts(".side-nav a") == ["Reports", "Log", "Requests"]


def test_a_members_menu_has_no_such_line(browser, bob):
    assert not browser.sign_in(bob).visit("/").select("#me a[href='/admin/']")


def test_the_outbox_opens_with_what_waits(browser, ann):
    lines = browser.sign_in(ann).visit("/admin/people/").select(".side-nav a")

    assert "/admin/outbox/" in [line["href"] for line in lines]
