"""Every address of the API, for every kind of reader: who comes across a text.

All are found by walking them. A new one shows the text to nobody, or this test fails
until the table below says to whom it does.
"""

from datetime import timedelta

import pytest

from app.extensions import db
from app.lib.api_slugs import api_slug
from app.models import AccessToken
from app.models.access_token import PERSONAL, Scope
from app.models.columns import now
from app.web.outbox import as_if_asked
from tests.fixtures.writing import publish

WORD, TAG = "quince", "orchard"
ME, NEAR = {"author"}, {"author", "follower"}
MEMBERS = NEAR | {"stranger"}
ALL = MEMBERS | {"visitor"}
OWN = {
    "api.posts.show": ME,
    "api.posts.index": ME,
    "api.revisions.index": ME,
    "api.revisions.show": ME,
}
PUBLIC = {
    **OWN,
    # Who likes it she is told.
    "api.notifications.index": ME,
    "api.posts.show": ALL,
    "api.articles.show": ALL,
    "api.articles.index": ALL,
    "api.explore.index": ALL,
    "api.popular.index": ALL,
    "api.profile_posts.index": ALL,
    "api.tagged_posts.index": ALL,
    "api.feed.index": {"follower"},
    "api.home.index": NEAR,
    "api.bookmarks.index": MEMBERS,
    "api.post_favorites.index": MEMBERS,
}
# Lists of what everybody finds.
FRONTS = ("api.articles.index", "api.explore.index", "api.popular.index")
FEW = {name: readers & NEAR for name, readers in PUBLIC.items() if name not in FRONTS}
WHO_SEES_IT = {
    "draft": OWN,
    "scheduled": OWN,
    "public": PUBLIC,
    "unlisted": {
        **OWN,
        "api.notifications.index": ME,
        "api.posts.show": ALL,
        "api.articles.show": ALL,
        "api.profile_posts.index": ME,
        "api.bookmarks.index": MEMBERS,
        "api.post_favorites.index": MEMBERS,
    },
    "followers": FEW,
    "private": {
        **OWN,
        "api.notifications.index": ME,
        "api.articles.show": ME,
        "api.profile_posts.index": ME,
        "api.bookmarks.index": ME,
        "api.post_favorites.index": ME,
    },
    "binned": {name: ME for name in OWN if name != "api.posts.index"},
    "hidden": OWN,
}


@pytest.fixture
def people(ann, bob, cleo, eve):
    """One of each kind; Eve is blocked by Ann, whom Bob follows."""
    bob.follow(ann)
    ann.block(eve)
    db.session.commit()
    return {"author": ann, "follower": bob, "stranger": cleo, "blocked": eve}


@pytest.fixture
def text(people, ann, state):
    """An article of Ann's in this state, which everybody has saved and likes."""
    audience = state if state in {"unlisted", "followers", "private"} else "public"
    text = publish(ann, f"A {WORD}", f"One {WORD}. #{TAG}", to=audience)
    for person in people.values():
        person.save(text)
        person.like(text)
    if state in {"draft", "scheduled"}:
        text.unpublish()
    if state == "binned":
        text.throw_away()
    if state == "hidden":
        text.hide()
    if state == "scheduled":
        text.publish(now() + timedelta(days=1))
    db.session.commit()
    return text


@pytest.fixture
def ways(app, text):
    """Every address that a program can ask for, by the name of its view."""
    parts = {"username": "ann", "slug": api_slug(text.slug, text.id), "name": TAG}
    found = {}
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/api/") and "GET" in rule.methods:
            known = {name: parts.get(name, 1) for name in rule.arguments}
            with as_if_asked():
                found[rule.endpoint] = app.url_for(rule.endpoint, **known)
    return found


@pytest.fixture
def seen_by(program, people, ways):
    """The views by which a reader comes across the word."""

    def look_as(reader):
        headers = {}
        if reader != "visitor":
            _, token = AccessToken.issue(people[reader], PERSONAL, "A test", Scope)
            db.session.commit()
            headers["Authorization"] = f"Bearer {token}"
        get = program.client.get
        answers = {name: get(way, headers=headers) for name, way in ways.items()}
        assert all(answer.status_code < 500 for answer in answers.values())
        return {name for name, answer in answers.items() if WORD in answer.text}

    return look_as


@pytest.mark.parametrize("state", WHO_SEES_IT)
def test_a_text_is_seen_by_whom_it_is_for(seen_by, state):
    seen = {reader: seen_by(reader) for reader in ("blocked", *sorted(ALL))}

    table = WHO_SEES_IT[state].items()
    assert seen == {
        reader: {name for name, readers in table if reader in readers}
        for reader in seen
    }
