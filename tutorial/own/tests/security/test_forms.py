"""Forms that come from elsewhere, and fields that no form has."""

import pytest

from app.extensions import db
from app.models import Account, Post
from tests.support.database import changes


def senders(app):
    """The address of each view that changes something."""
    for rule in app.url_map.iter_rules():
        if "POST" in rule.methods and not rule.rule.startswith("/api"):
            values = dict.fromkeys(rule.arguments, "1")
            yield app.url_map.bind("localhost").build(rule.endpoint, values, "POST")


def test_no_form_of_another_site_changes_anything(app, browser, ann):
    browser.sign_in(ann)
    answers = {path: browser.client.post(path).status_code for path in senders(app)}

    assert {path for path, status in answers.items() if status != 400} == set()


def test_nothing_changes_by_following_a_link(app, browser, ann):
    browser.sign_in(ann)
    answers = {path: browser.client.get(path).status_code for path in senders(app)}
    deeds = {p: s for p, s in answers.items() if p.endswith(("/delete", "/sign-out"))}

    assert set(deeds.values()) == {405}


def test_nobody_joins_as_an_administrator(browser):
    browser.visit("/sign-up").submit(
        name="Mal",
        handle="mallory",
        email="mal@example.org",
        password="four plain words work",
        role="admin",
    )

    assert db.session.scalar(db.select(Account)).role == "member"


@pytest.mark.parametrize("field", ["author_id", "id", "slug", "body_html"])
def test_a_writer_fills_in_what_the_form_asks_for(browser, ann, bob, field):
    form = browser.sign_in(bob).visit("/posts/new")

    with changes(Post, by=1):
        form.submit(body="A text.", **{field: str(ann.id)})

    post = db.session.scalar(db.select(Post))
    assert post.author_id == bob.id
    assert getattr(post, field) != str(ann.id)
