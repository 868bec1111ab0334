"""Who comes to the pages of moderators."""

import pytest

from app.models import ModerationAct
from tests.support.database import changes

PATHS = (
    "/moderation/",
    "/moderation/log/",
    "/moderation/people/bob",
    "/moderation/{0.id}",
)


@pytest.mark.parametrize("path", PATHS)
def test_for_members_there_is_no_such_page(browser, cleo, matter, path):
    browser.sign_in(cleo)

    assert browser.visit(path.format(matter)).status == 404


@pytest.mark.parametrize("path", PATHS[2:])
def test_nor_anything_to_decide(browser, cleo, matter, path):
    token = browser.sign_in(cleo).visit("/").value("csrf_token")
    form = {"csrf_token": token, "what": "warn", "note": "x", "message": "x", "seen": 0}

    with changes(ModerationAct, by=0):
        assert browser.send(path.format(matter), form).status == 404


@pytest.mark.parametrize("path", PATHS)
def test_moderators_and_admins_come_in(browser, ann, dan, matter, path):
    statuses = [
        browser.sign_in(reader).visit(path.format(matter)).status
        for reader in (ann, dan)
    ]

    assert statuses == [200, 200]


@pytest.mark.parametrize("path", PATHS[2:])
def test_nobody_looks_into_themselves(app, browser, cleo, bob, dan, path):
    report = cleo.report(dan, "rules", "")
    path = path.replace("bob", "dan").format(report.matter)

    assert browser.sign_in(dan).visit(path).status == 404
