"""People worth meeting, and why."""

import pytest

from app.extensions import db
from app.models import Limitation
from tests.support.crowd import strangers
from tests.support.database import queries

PATH, NAMES, WHY = "/people/worth-meeting/", ".people li > p > .name", ".people .why"


@pytest.fixture
def met(bob, ann, cleo, dan):
    """Bob follows Ann and Cleo, who both follow Dan."""
    for one, other in ((bob, ann), (bob, cleo), (ann, dan), (cleo, dan)):
        one.follow(other)
    db.session.commit()
    return dan


def test_whom_ones_people_follow_is_offered_with_the_reason(browser, met, bob):
    page = browser.sign_in(bob).visit(PATH)

    assert page.texts(NAMES) == ["Dan Achterberg"]
    assert page.text(WHY) in {
        "Followed by Ann Okafor and one more whom you follow",
        "Followed by Cleo Marchetti and one more whom you follow",
    }


def test_the_most_shared_come_first(browser, met, bob, ann, eve, zoe):
    ann.follow(zoe)
    ann.follow(eve)
    db.session.commit()

    page = browser.sign_in(bob).visit(PATH)

    assert page.texts(NAMES)[0] == "Dan Achterberg"
    assert page.texts(WHY)[1:] == ["Followed by Ann Okafor"] * 2


def test_who_follows_nobody_is_told_how_it_begins(browser, ann):
    assert browser.sign_in(ann).visit(PATH).text(".empty h2")


LEFT_OUT = {
    "followed": lambda bob, dan: bob.follow(dan),
    "asked": lambda bob, dan: (dan.lock(), db.session.flush(), bob.follow(dan)),
    "blocked": lambda bob, dan: bob.block(dan),
    "who blocked": lambda bob, dan: dan.block(bob),
    "muted": lambda bob, dan: bob.mute(dan),
    "away": lambda bob, dan: dan.leave(),
    "limited": lambda bob, dan: db.session.add(Limitation(user_id=dan.id)),
    "put off": lambda bob, dan: bob.put_off(dan),
    "unwilling": lambda bob, dan: setattr(dan, "is_suggested", False),
}


@pytest.mark.parametrize("why", LEFT_OUT)
def test_somebody_is_left_out_who_is(browser, met, bob, why):
    LEFT_OUT[why](bob, met)
    db.session.commit()

    assert browser.sign_in(bob).visit(PATH).texts(NAMES) == []


HIDDEN = {
    "away": lambda bob, ann: ann.leave(),
    "muted": lambda bob, ann: bob.mute(ann),
    "hides it": lambda bob, ann: setattr(ann, "hides_counts", True),
}


@pytest.mark.parametrize("why", HIDDEN)
def test_nobody_is_named_as_the_reason_who_is(browser, met, bob, ann, why):
    HIDDEN[why](bob, ann)
    db.session.commit()

    page = browser.sign_in(bob).visit(PATH)

    assert page.texts(WHY) == ["Followed by Cleo Marchetti"]


def test_not_now_is_for_good(browser, met, bob):
    form = "form[action='/people/worth-meeting/dan/delete']"

    page = browser.sign_in(bob).visit(PATH).submit(form)

    assert page.shows("Dan Achterberg won’t be offered to you again.")
    assert browser.visit(PATH).texts(NAMES) == []


def test_it_takes_few_statements(browser, ann, bob):
    crowd = strangers(30)
    bob.follow(ann)
    for one in crowd:
        ann.follow(one)
    db.session.commit()
    browser.sign_in(bob).visit(PATH)

    with queries(at_most=5):
        page = browser.visit(PATH)

    assert len(page.texts(NAMES)) == 20


@pytest.mark.parametrize("path", ["/people", "/@bob/following"])
def test_there_is_a_way_there(browser, bob, path):
    page = browser.sign_in(bob).visit(path)

    assert page.select(f"main a[href='{PATH}']")
