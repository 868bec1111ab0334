"""Numbers in addresses that are not the reader's, and addresses of other sites."""

import pytest

from app.extensions import db
from app.models import LoginSession, Post
from tests.support.browser import Browser
from tests.support.database import changes

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\thttps://evil.example/",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("deed", ["", "/delete"])
def test_nobody_changes_the_text_of_another(browser, essay, bob, deed):
    token = browser.sign_in(bob).visit("/").value("csrf_token")
    fields = {"title": "Mine", "body": "Mine.", "csrf_token": token}

    with changes(Post, by=0):
        page = browser.send(f"/posts/{essay.id}{deed}", fields)

    assert page.status == 404
    assert db.session.get(Post, essay.id).title == "The tide tables"


def test_nor_sees_their_draft(browser, draft, bob):
    browser.sign_in(bob)

    assert browser.visit(f"/posts/{draft.id}/edit").status == 404


def test_nor_ends_their_session(app, browser, ann, bob):
    Browser(app.test_client()).sign_in(ann)
    key = db.session.scalar(db.select(LoginSession.id))
    token = browser.sign_in(bob).visit("/").value("csrf_token")

    with changes(LoginSession, by=0):
        answer = browser.send(f"/settings/sessions/{key}/delete", {"csrf_token": token})

    assert answer.status == 404


@pytest.mark.parametrize("where", ELSEWHERE)
def test_nobody_is_led_to_another_site(browser, bob, where):
    page = browser.visit("/sign-in")
    fields = {"identifier": "bob", "password": "seven quiet herons", "next": where}
    token = page.value("csrf_token")
    answer = browser.client.post("/sign-in", data={**fields, "csrf_token": token})

    assert answer.status_code == 303
    assert answer.location == "/"
