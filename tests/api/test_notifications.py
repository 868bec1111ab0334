"""What somebody is told of, and what they want to be told of."""

import pytest

from app.extensions import db
from app.models import Notification, NotificationSettings
from app.models.moderation_act import ModerationAct
from tests.support.crowd import strangers
from tests.support.database import queries


@pytest.fixture
def told(program, ann, bob, cleo, essay):
    """Ann’s program, after two people liked her essay and one said something."""
    bob.like(essay)
    cleo.like(essay)
    cleo.comment_on(essay, "A *footnote*.")
    db.session.commit()
    return program.acting_for(ann)


def test_who_did_the_same_is_one(told):
    comment, like = told.get("/notifications").json["notifications"]

    assert [one["username"] for one in like["people"]] == ["cleo", "bob"]
    assert (like["kind"], like["unread"]) == ("like", True)
    assert comment["comment"]["body"] == "A *footnote*."


def test_it_says_where_it_happened(told, essay):
    _, like = told.get("/notifications").json["notifications"]

    assert like["post"]["title"] == "The tide tables"
    assert like["post"]["url"].endswith(essay.path)
    assert told.get(f"/articles/{like['post']['slug']}").status_code == 200


def test_reading_the_list_leaves_it_unread(told):
    told.get("/notifications")
    assert told.get("/notifications/unread").json == {"unread": {"count": 2}}


def test_everything_is_marked_as_read(told):
    assert told.post("/notifications/read").status_code == 204
    assert told.get("/notifications/unread").json == {"unread": {"count": 0}}


def test_one_shelf_is_marked_as_read(told):
    told.post("/notifications/read", {"read": {"shelf": "replies"}})
    assert told.get("/notifications/unread").json == {"unread": {"count": 1}}


def test_a_shelf_has_its_own(told):
    [one] = told.get("/notifications?shelf=replies").json["notifications"]
    assert one["kind"] == "comment"


def test_there_is_no_other_shelf(told):
    assert told.get("/notifications?shelf=lost").status_code == 422
    assert told.post("/notifications/read", {"read": {"shelf": 1}}).status_code == 422


def test_of_whom_one_blocked_nothing_is_told(told, ann, cleo):
    ann.block(cleo)
    db.session.commit()

    [like] = told.get("/notifications").json["notifications"]

    assert [one["username"] for one in like["people"]] == ["bob"]


def test_what_moderators_say_is_told_to_whom_it_is_about(program, ann, dan, essay):
    act = ModerationAct(moderator=dan, about=ann, what="warn", message="Be kind.")
    db.session.add(act)
    db.session.flush()
    note = {"kind": "moderation", "group_key": "x", "act_id": act.id}
    db.session.add(Notification(user_id=ann.id, **note))
    db.session.commit()

    [one] = program.acting_for(ann).get("/notifications").json["notifications"]

    assert one["decision"] == {"what": "warn", "message": "Be kind."}
    assert one["people"] == []


def test_the_list_is_turned_page_by_page(told):
    first = told.get("/notifications?limit=1").json
    second = told.get(f"/notifications?limit=1&after={first['next']}").json

    kinds = [page["notifications"][0]["kind"] for page in (first, second)]
    assert kinds == ["comment", "like"]
    assert second["next"] is None


def test_it_costs_the_same_however_much_is_told(told, ann):
    for person in strangers(8):
        person.follow(ann)
        db.session.commit()
        told.post("/notifications/read")
    told.get("/notifications")

    with queries(at_most=5):
        answer = told.get("/notifications")

    assert len(answer.json["notifications"]) == 10


def test_nobody_reads_what_others_are_told(told, bob):
    assert told.acting_for(bob).get("/notifications").json["notifications"] == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/notifications"),
        ("GET", "/notifications/unread"),
        ("GET", "/notifications/settings"),
        ("POST", "/notifications/read"),
        ("PUT", "/notifications/settings"),
    ],
)
def test_it_takes_a_token_for_it(program, ann, method, path):
    assert program.ask(method, path).status_code == 401
    program.acting_for(ann, ["posts:read"])
    assert program.ask(method, path).status_code == 403


def test_what_is_usual_is_chosen_at_first(program, ann):
    chosen = program.acting_for(ann).get("/notifications/settings").json["settings"]

    assert "like" in chosen["onSite"]
    assert (chosen["digest"], chosen["digestHour"]) == ("never", 8)


def test_what_is_named_changes_and_the_rest_stays(program, ann):
    program.acting_for(ann)
    before = program.get("/notifications/settings").json["settings"]
    given = {"onSite": ["reply"], "digest": "weekly", "onlyFollowed": True}

    after = program.put("/notifications/settings", {"settings": given}).json["settings"]

    assert after == {**before, **given}
    assert db.session.get(NotificationSettings, ann.id).digest_at is not None


@pytest.mark.parametrize(
    "given",
    [
        {"onSite": ["moderation"]},
        {"onSite": "like"},
        {"byMail": [7]},
        {"onlyFollowed": "yes"},
        {"digest": "hourly"},
        {"digestDay": 7},
        {"digestHour": "8"},
        {"digestHour": True},
        {"unknown": 1},
    ],
)
def test_what_cannot_be_chosen_is_named(program, ann, given):
    answer = program.acting_for(ann).put("/notifications/settings", {"settings": given})

    assert answer.status_code == 422
    assert set(answer.json["errors"]) == set(given)
