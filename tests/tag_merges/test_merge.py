"""Moderators make one tag of two."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app import events
from app.extensions import db
from app.models import (
    FormerTag,
    ModerationAct,
    Tag,
    TagFollow,
    Tagging,
    TimelineEntry,
    tag_changes,
)
from tests.fixtures.writing import publish
from tests.support.browser import HEADERS
from tests.support.crowd import strangers
from tests.support.database import changes, statements
from tests.support.mailbox import deliver_all

MERGE = 'form[action*="/merge/"]'


@pytest.fixture
def inks(ann, bob):
    """Two posts under #inks, two under #ink, one of them the same."""
    publish(ann, "Both", "#inks and #ink", ago=timedelta(hours=3))
    publish(ann, "Inks", "#inks", ago=timedelta(hours=2))
    publish(bob, "Ink", "#ink", ago=timedelta(hours=1))


def tag(name):
    return db.session.scalars(Tag.named(name)).one()


def noting(notes, call):
    """``call``, which is noted by its name whenever it is made."""

    def noted(*args):
        notes.append(call.__name__)
        return call(*args)

    return noted


def ask(browser, label="ink"):
    return browser.visit("/tags/inks/name").submit("form#tag", label=label)


def test_a_taken_name_asks_once(browser, dan, inks):
    with changes(Tagging, by=0):
        page = ask(browser.sign_in(dan))

    assert page.path == "/tags/inks/merge/ink"
    assert "2 posts stand under the other tag" in page.text(".panel")


def test_and_then_merges_the_two(browser, dan, inks):
    page = ask(browser.sign_in(dan))

    with changes(Tagging, by=-1):
        page = page.submit(MERGE)

    assert page.path == "/tags/ink"
    assert page.texts(".feed h2") == ["Ink", "Inks", "Both"]
    assert db.session.scalars(select(Tag.name)).all() == ["ink"]


def test_people_are_held_before_the_tags_are(browser, dan, inks, monkeypatch):
    held = []
    for name in ("people_of", "held"):
        monkeypatch.setattr(tag_changes, name, noting(held, getattr(tag_changes, name)))
    page = ask(browser.sign_in(dan))
    held.clear()

    page.submit(MERGE)

    assert held == ["people_of", "held"]


def test_whom_a_merge_concerns_writes_under_a_tag_or_follows_it(ann, cleo, inks):
    cleo.follow_tag(tag("inks"))
    db.session.commit()

    people = db.session.scalars(tag_changes.people_of([tag("inks")])).all()

    assert people == [ann.id, cleo.id]


def test_old_names_lead_to_it_also_the_older_ones(browser, dan, inks):
    browser.sign_in(dan)
    tag_changes.rename(tag("inks"), "blots", dan)
    db.session.commit()
    browser.visit("/tags/blots/name").submit("form#tag", label="ink").submit(MERGE)

    for old in ("inks", "blots"):
        answer = browser.client.get(f"/tags/{old}")
        assert (answer.status_code, answer.location) == (301, "/tags/ink")


def test_a_name_that_leads_to_another_tag_is_taken_by_it(browser, dan, inks):
    tag_changes.rename(tag("ink"), "paper", dan)
    db.session.commit()

    page = ask(browser.sign_in(dan), "ink")

    assert page.path == "/tags/inks/merge/paper"


@pytest.mark.parametrize("other", ["inks", "Inks", "blots", "Blots"])
def test_no_name_of_its_own_is_another_tag(browser, dan, inks, other):
    fields = ask(browser.sign_in(dan)).fields(MERGE)
    tag_changes.rename(tag("inks"), "blots", dan)
    db.session.commit()

    with changes(Tag, by=0):
        answer = browser.client.post(
            f"/tags/blots/merge/{other}", data=fields, headers=HEADERS
        )

    assert answer.status_code == 404


def test_what_was_renamed_meanwhile_is_merged_into_all_the_same(browser, dan, inks):
    page = ask(browser.sign_in(dan))
    tag_changes.rename(tag("ink"), "paper", dan)
    db.session.commit()

    with changes(Tag, by=-1):
        page = page.submit(MERGE)

    assert page.path == "/tags/paper"


def test_no_label_is_left_behind_that_leads_nowhere(browser, dan, inks):
    ask(browser.sign_in(dan)).submit(MERGE)

    links = browser.visit("/@ann/both").select(".tags a")
    assert [browser.visit(link["href"]).path for link in links] == ["/tags/ink"] * 2


def test_who_followed_one_follows_the_other_once(browser, dan, cleo, eve, inks):
    cleo.follow_tag(tag("inks"))
    eve.follow_tag(tag("inks"))
    eve.follow_tag(tag("ink"))
    db.session.commit()

    with changes(TagFollow, by=-1):
        ask(browser.sign_in(dan)).submit(MERGE)

    assert cleo.is_following_tag(tag("ink"))
    assert eve.is_following_tag(tag("ink"))


@pytest.mark.parametrize("followed", ["inks", "ink"])
def test_followers_of_either_find_what_stands_under_both(
    browser, dan, cleo, inks, followed
):
    cleo.follow_tag(tag(followed))
    db.session.commit()
    ask(browser.sign_in(dan)).submit(MERGE)

    page = browser.sign_in(cleo).visit("/")

    assert sorted(page.texts(".feed h2")) == ["Both", "Ink", "Inks"]
    assert set(page.texts(".entry-context")) == {"#ink"}


def test_of_many_followers_the_worker_takes_care(dan, inks, monkeypatch):
    for person in strangers(3):
        person.follow_tag(tag("inks"))
    monkeypatch.setattr("app.models.spreading.AT_ONCE", 2)
    tag_changes.merge(tag("inks"), tag("ink"), dan)
    db.session.commit()

    with changes(TimelineEntry, by=3):
        deliver_all()


def test_who_lets_the_merged_tag_go_loses_what_it_brought(browser, dan, cleo, inks):
    cleo.follow_tag(tag("inks"))
    tag_changes.merge(tag("inks"), tag("ink"), dan)
    cleo.unfollow_tag(tag("ink"))
    db.session.commit()

    assert not browser.sign_in(cleo).visit("/").select(".feed h2")


def test_whoever_hears_of_it_knows_both(dan, inks):
    heard = []

    def hear(left, former_id):
        heard.append((left.name, former_id))

    former = tag("inks").id
    with events.tags_merged.connected_to(hear):
        tag_changes.merge(tag("inks"), tag("ink"), dan)

    assert heard == [("ink", former)]


def test_it_is_written_into_the_log(browser, ann, dan, inks):
    with changes(ModerationAct, by=1):
        ask(browser.sign_in(dan)).submit(MERGE)

    log = browser.sign_in(ann).visit("/moderation/log/").text(".deeds")
    assert "merged two tags #" not in log
    assert "#inks → #ink" in log


def test_a_hundred_posts_take_as_many_statements_as_two(ann, dan, inks):
    for number in range(5):
        publish(ann, f"Wave {number}", f"#inks #wave{number}")
    with statements() as few:
        tag_changes.merge(tag("wave0"), tag("wave1"), dan)

    with statements() as many:
        tag_changes.merge(tag("inks"), tag("ink"), dan)

    assert len(many) == len(few)


def test_sent_twice_it_is_done_once(browser, dan, inks):
    tabs = [ask(browser.sign_in(dan)) for _ in range(2)]

    answers = [tab.submit(MERGE).status for tab in tabs]

    assert answers == [200, 404]
    assert db.session.scalars(select(FormerTag.name)).all() == ["inks"]


def test_a_tag_is_not_merged_into_itself(browser, dan, inks):
    assert browser.sign_in(dan).visit("/tags/ink/merge/ink").status == 404
