"""Every way to a text, for every kind of reader, in every state: who comes across it.

All pages are found by walking the addresses of the site. A new one shows the text to
nobody, or this test fails until the table below says to whom it does.
"""

from datetime import timedelta

import pytest

from app.exports.archive import archive_of
from app.extensions import db
from app.models import Limitation, Share
from app.models.columns import now
from app.web.outbox import as_if_asked
from tests.audience.who_sees_it import (
    ALL,
    APART,
    FEEDS,
    LISTS,
    ME,
    READERS,
    TAG,
    WHO_SEES_IT,
    WORD,
)
from tests.fixtures.cast import join
from tests.fixtures.writing import publish


def _seen(text):
    """When it appeared, or was written."""
    return text.published_at or text.created_at


# What stands for each part of an address; ``text`` and ``link`` are those of the test.
PARTS = {
    "handle": lambda text, link: "ann",
    "slug": lambda text, link: text.slug,
    "key": lambda text, link: text.id,
    "token": lambda text, link: link,
    "name": lambda text, link: TAG,
    "side": lambda text, link: "followers",
    "box": lambda text, link: "sent",
    "shelf": lambda text, link: "mentions",
    "code": lambda text, link: "x",
    "kind": lambda text, link: "post",
    "number": lambda text, link: 1,
    "other": lambda text, link: TAG,
    "year": lambda text, link: _seen(text).year,
    "month": lambda text, link: _seen(text).month,
    "language": lambda text, link: "de",
    "shape": lambda text, link: "atom",
    "digest": lambda text, link: "x",
}
# Where no text of somebody else could stand, by the first part of the address.
ELSEWHERE = {"admin", "dev", "settings", "sign-in", "sign-up", "static", "styleguide"}
# Pictures are walked below.
ELSEWHERE |= {"media", "favicon.ico", "apple-touch-icon.png"}
# What programs ask for is walked in test_programs.py: no cookie is read there.
ELSEWHERE |= {"api"}


@pytest.fixture
def people(ann, bob, cleo, dan, eve):
    """One of each kind; whoever follows Ann, or did, came before the text."""
    more = {name: join(name, name) for name in ("away", "muting", *APART)}
    for follower in (bob, eve, *more.values()):
        follower.follow(ann)
    eve.unfollow(ann)
    more["away"].leave()
    kinds = ("author", "follower", "stranger", "moderator", "former follower")
    return dict(zip(kinds, (ann, bob, cleo, dan, eve), strict=True)) | more


@pytest.fixture
def text(people, browser, ann, dan, heron, state):
    """A text of Ann's in this state, which somebody was given a link to."""
    browser.forget_cookies()
    audience = state if state in {"unlisted", "followers", "private"} else "public"
    body = f"One {WORD}. #{TAG} ![]({heron.path()})"
    text = publish(ann, "A title", body, to=audience)
    text.shows_history, text.language, text.like_count = True, "de", 1
    dan.feature(text)
    for person in people.values():
        person.save(text)
    text.show_by_link()
    if state in {"draft", "scheduled", "unpublished"}:
        text.unpublish()
    if state == "draft":
        text.announced_at = None
    if state == "scheduled":
        text.publish(now() + timedelta(days=1))
    ann.block(people["blocked"])
    people["blocking"].block(ann)
    people["muting"].mute(ann)
    db.session.commit()
    return text


@pytest.fixture
def link(text, state, ann):
    """The token of the link; then what happened to the text after it was made."""
    token = db.session.scalars(db.select(Share.token)).one()
    if state == "binned":
        text.throw_away()
    if state == "hidden":
        text.hide()
    if state == "author limited":
        db.session.add(Limitation(user_id=ann.id))
    if state == "author away":
        ann.leave()
    db.session.commit()
    return token


@pytest.fixture
def ways(app, text, link):
    """Every page that a reader can ask for, by the name of its view."""
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in rule.methods]
    found = []
    for rule in rules:
        if rule.rule.split("/")[1] not in ELSEWHERE:
            parts = {name: PARTS[name](text, link) for name in rule.arguments}
            with as_if_asked():
                address = app.url_for(rule.endpoint, **parts)
            found.append((rule.endpoint, address))
    return found


@pytest.fixture
def seen_by(browser, people, ways):
    """The views by which a reader comes across the word."""

    def look_as(reader):
        sign_in(browser, people, reader)
        return {name for name, way in ways if WORD in words_of(browser.client.get(way))}

    return look_as


@pytest.mark.parametrize("state", WHO_SEES_IT)
def test_a_text_is_seen_by_whom_it_is_for(seen_by, state):
    seen = {reader: seen_by(reader) for reader in READERS}

    table = WHO_SEES_IT[state].items()
    assert seen == {
        reader: {name for name, readers in table if reader in readers}
        for reader in READERS
    }


@pytest.mark.parametrize("state", ["public", "followers", "author limited"])
def test_blocks_and_mutes_hold_on_every_way(seen_by, state):
    seen = {reader: seen_by(reader) for reader in (*APART, "muting")}

    table = WHO_SEES_IT[state].items()
    near = {name for name, readers in table if "follower" in readers}
    heard = near - LISTS - {"timelines.index"}
    to_strangers = near & ({"shares.show"} | FEEDS)
    assert seen == dict.fromkeys(APART, to_strangers) | {"muting": heard}


def sign_in(browser, people, reader):
    browser.forget_cookies()
    if reader != "visitor":
        browser.sign_in(people[reader])


def words_of(answer):
    """What the page says; one that leads elsewhere says nothing by itself."""
    assert answer.status_code < 500
    return "" if answer.location else answer.text


@pytest.mark.parametrize("state", WHO_SEES_IT)
def test_a_picture_is_seen_with_the_text(browser, people, heron, link, state):
    seen = set()
    for reader in ALL:
        sign_in(browser, people, reader)
        if browser.client.get(heron.path("600.webp")).status_code == 200:
            seen.add(reader)

    pages = WHO_SEES_IT[state]
    readers = pages.get("posts.show", set()) | pages.get("shares.show", set())
    assert seen == (readers | ME) & set(ALL)


@pytest.mark.parametrize("state", WHO_SEES_IT)
def test_a_profile_counts_what_is_for_everybody(browser, link, state):
    page = browser.visit("/@ann")

    count = page.text(".stats b") if page.status == 200 else None
    counts = {"public": "1", "author limited": "1", "author away": None}
    assert count == counts.get(state, "0")


@pytest.mark.parametrize("state", WHO_SEES_IT)
def test_a_tag_is_offered_where_everybody_finds_it(browser, bob, link, state):
    offered = browser.sign_in(bob).client.get(f"/suggestions/tags/?q={TAG}").json

    assert bool(offered) == (state == "public")


@pytest.mark.parametrize("state", WHO_SEES_IT)
def test_nobody_takes_along_what_others_wrote(app, people, link, state):
    took = set()
    for reader in set(READERS) - {"visitor", "author"}:
        with as_if_asked():
            archive, _length = archive_of(people[reader])
        with archive:
            if WORD.encode() in archive.read():
                took.add(reader)

    assert not took
